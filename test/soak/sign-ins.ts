import type { TimeRange } from './instance-time'
import type { Span } from './troubles'

/** Life of a code and some more, in ms of the instance's time. */
const CODE_MS = 75_000

/** A sign-in, as long as its code may be about. */
export interface Attempt extends Span {
    user: string
    began: TimeRange
    ended: TimeRange
    /** Undefined where none came back: it may be about all the same. */
    code: string | undefined
}

/**
 * Remembers the sign-ins of each user: a code that was not exchanged is handed out again, bound to the challenge of the
 * first request (F-OAUTH-7), so that a sign-in beside or soon after another one may come to nothing.
 */
export class SignIns {
    private attempts: Attempt[] = []

    begin(user: string, began: TimeRange): Attempt {
        const attempt: Attempt = {
            user,
            from: performance.now(),
            until: Infinity,
            began,
            ended: { low: Infinity, high: Infinity },
            code: undefined,
        }
        this.attempts.push(attempt)
        return attempt
    }

    end(attempt: Attempt, now: TimeRange): void {
        attempt.until = performance.now()
        attempt.ended = now
        const limit = now.low - 10 * CODE_MS
        this.attempts = this.attempts.filter(({ ended }) => ended.high > limit)
    }

    /** Whether another sign-in of the user may have left its code to this one. */
    isDisturbed(attempt: Attempt): boolean {
        return this.attempts.some((other) => {
            if (other === attempt || other.user !== attempt.user) return false
            if (other.until >= attempt.from || (other.code && other.code === attempt.code)) return true
            return other.code === undefined && attempt.began.low - other.ended.high < CODE_MS
        })
    }
}
