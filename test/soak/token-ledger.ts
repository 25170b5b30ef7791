import type { Tokens } from '../../examples/sign-in-flow/instance-client'
import type { Exchange } from './exchange'
import type { TimeRange } from './instance-time'
import type { Tally } from './tally'

/** Lifespan of the packaged registration's refresh tokens, in ms. */
const REFRESH_MS = 86_400_000
/** Time after a failed request during which the upstream endpoint may still process it, in ms. */
const LATE_MS = 60_000

/**
 * Expected result for a token: accepted, refused, or either if a request without a response may have revoked
 * it.
 */
export type Expectation = 'works' | 'refused' | 'either'

/** A token from a response. */
export interface TokenEntry {
    readonly text: string
    readonly user: string
    readonly type: 'access_token' | 'refresh_token'
    state: 'live' | 'doubtful' | 'dead'
    /** When the state was set, by `performance.now()`. */
    since: number
    /** When it expires, by the instance's clock. */
    ends: TimeRange
    /** Number of the process that issued it. */
    generation: number
}

/** Tracks every issued token, its user and its state, for all clients. */
export class TokenLedger {
    private readonly entries = new Map<string, TokenEntry>()

    constructor(private readonly tally: Tally) {}

    /** All tokens. */
    all(): TokenEntry[] {
        return [...this.entries.values()]
    }

    /** A sign-in begins, which extends the refresh token even if the response never arrives. */
    signingIn(user: string, now: TimeRange): void {
        for (const entry of this.of(user, 'refresh_token')) {
            entry.ends.high = Math.max(entry.ends.high, now.high + REFRESH_MS + LATE_MS)
        }
    }

    /** Processes a response of `request_tokens`. */
    granted(
        user: string,
        answer: Exchange<Tokens>,
        by: { signIn: boolean; generation: number }
    ): { access: TokenEntry; refresh: TokenEntry } | undefined {
        const { access_token: access, refresh_token: refresh, expires_in: seconds } = answer.body ?? {}
        if (!access || !refresh || typeof seconds !== 'number') {
            this.tally.lost('a granted request without tokens')
            return undefined
        }
        const ends = (ms: number): TimeRange => ({
            low: answer.sent.low + ms,
            high: answer.ended.high + ms + 1000,
        })
        const known = this.entries.get(refresh)
        const accessEntry = this.take({ text: access, user, type: 'access_token' }, answer, by.generation)
        const refreshEntry = this.take({ text: refresh, user, type: 'refresh_token' }, answer, by.generation)
        accessEntry.ends = ends(seconds * 1000)
        if (by.signIn || !known) {
            const { low, high } = ends(REFRESH_MS)
            // Another sign-in of the user may still be in progress.
            refreshEntry.ends = { low, high: known ? Math.max(high, known.ends.high) : high }
        }
        return { access: accessEntry, refresh: refreshEntry }
    }

    private take(
        { text, user, type }: Pick<TokenEntry, 'text' | 'user' | 'type'>,
        { from }: Exchange<Tokens>,
        generation: number
    ): TokenEntry {
        const known = this.entries.get(text)
        if (!known) {
            const ends = { low: 0, high: Infinity }
            const entry: TokenEntry = { text, user, type, state: 'live', since: from, ends, generation }
            this.entries.set(text, entry)
            return entry
        }
        if (known.user !== user) this.tally.lost('a token of one user was returned to another')
        if (known.type !== type) this.tally.lost('a token was returned as one of another type')
        if (known.state === 'dead' && known.since < from)
            this.tally.lost(`a revoked ${type} was returned again`)
        return known
    }

    /** A revocation is sent: the state is unknown until it is acknowledged. */
    revoking(entry: TokenEntry): void {
        // Revoking a valid refresh token also revokes those of its user and client.
        if (entry.type === 'refresh_token') {
            for (const one of this.of(entry.user, entry.type)) this.become(one, 'doubtful')
        } else {
            this.become(entry, 'doubtful')
        }
    }

    /** Outcome of a revocation; a failed one may have happened, or may still happen. */
    revocationEnded(entry: TokenEntry, isAcknowledged: boolean): void {
        this.revoking(entry)
        if (isAcknowledged) this.become(entry, 'dead')
    }

    /** Expected result of a request with the token in this time span. */
    expectation({ state, since, ends }: TokenEntry, { from, sent, ended }: Exchange<unknown>): Expectation {
        if ((state === 'dead' && since < from) || sent.low >= ends.high) return 'refused'
        return state === 'live' && since <= from && ended.high < ends.low ? 'works' : 'either'
    }

    /** The token was used, which may resolve a token in doubt. */
    used(entry: TokenEntry, worked: boolean, { from }: Exchange<unknown>): void {
        if (!worked) this.become(entry, 'dead')
        else if (entry.state === 'doubtful' && from > entry.since + LATE_MS) this.become(entry, 'live')
    }

    private become(entry: TokenEntry, state: TokenEntry['state']): void {
        if (entry.state === 'dead') return
        entry.state = state
        entry.since = performance.now()
    }

    private of(user: string, type: TokenEntry['type']): TokenEntry[] {
        return this.all().filter((entry) => entry.user === user && entry.type === type)
    }
}
