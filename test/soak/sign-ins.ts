import type { TimeRange } from './instance-time'
import type { Span } from './troubles'

/** Lifespan of a code plus a margin, in ms of the instance's time. */
const CODE_MS = 75_000

/** A sign-in whose code may still be valid. */
export interface Attempt extends Span {
    user: string
    began: TimeRange
    ended: TimeRange
    /** Undefined if none was returned: it may still be valid. */
    code: string | undefined
}

/**
 * Tracks the sign-ins of each user: a code that was not exchanged is returned again, bound to the challenge
 * of the first request (F-OAUTH-7), so a sign-in during or soon after another one may fail.
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

    /** Whether this sign-in may have received the code of another one of the user. */
    isDisturbed(attempt: Attempt): boolean {
        return this.attempts.some((other) => {
            if (other === attempt || other.user !== attempt.user) return false
            if (other.until >= attempt.from || (other.code && other.code === attempt.code)) return true
            return other.code === undefined && attempt.began.low - other.ended.high < CODE_MS
        })
    }
}
