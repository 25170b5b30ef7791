import type { ConnectionPlan } from './connections'
import type { Passed } from './proxy'

/** Unavoidable causes for the loss of a connection. */
export type Cause = 'lost answer' | 'revoked' | 'fixed end' | 'no rule'

/** Notifications of an incident. */
export type Notice = 'failing' | 'reauthorize' | 'recovered'

/** Expected history of one connection, derived from the traffic at the provider alone. */
export interface Expected {
    /** Null: the connection is alive. */
    lost: Cause | null
    /** All losses so far, each of which required reauthorization. */
    losses: { at: number; cause: Cause }[]
    notices: { at: number; notice: Notice }[]
    /** Violated invariants. */
    violations: string[]
    /** Expiry of the valid refresh token, in ms since 1970; Infinity if there is none. */
    ends: number
    /** Intervals in which it was lost, in ms since 1970. */
    gaps: { from: number; to: number }[]
}

/** Evaluates the traffic of one connection by the provider's rules (RFC 6749 §6, RFC 9700 §4.14). */
export function expect(
    plan: ConnectionPlan,
    world: { passed: readonly Passed[]; revokedAt: number[]; end: number; failuresBeforeNotice: number }
): Expected {
    const expected: Expected = {
        lost: null,
        losses: [],
        notices: [],
        violations: [],
        ends: Infinity,
        gaps: [],
    }
    const own = world.passed.filter(({ client, by }) => client === plan.id && by !== 'check')
    const revocations = [...world.revokedAt]
    let streak = 0
    let told: '' | 'failing' | 'reauthorize' = ''

    const lose = (cause: Cause, at: number) => {
        if (expected.lost !== null) return
        expected.lost = cause
        expected.losses.push({ at, cause })
        expected.gaps.push({ from: at, to: world.end })
    }
    const passTime = (at: number) => {
        while ((revocations[0] ?? Infinity) <= at) lose('revoked', revocations.shift() ?? at)
        if (expected.lost !== null || expected.ends > at) return
        if (plan.watched) lose('no rule', expected.ends)
        else if (plan.endsWithConsent) lose('fixed end', expected.ends)
        else expected.violations.push(`its refresh token was allowed to expire at ${text(expected.ends)}`)
    }
    const tell = (notice: Notice, at: number) => expected.notices.push({ at, notice })
    const live = (at: number) => {
        streak = 0
        if (told !== '') tell('recovered', at)
        told = ''
    }

    for (const entry of own) {
        passTime(entry.at)
        const isNew = entry.grant === 'authorization_code'
        if (entry.status === 200) {
            if (plan.refreshTokenS !== null && (isNew || !plan.endsWithConsent))
                expected.ends = entry.at + plan.refreshTokenS * 1000
            if (isNew && expected.lost !== null) {
                expected.lost = null
                const gap = expected.gaps.at(-1)
                if (gap) gap.to = entry.at
            }
            if (entry.delivered) live(entry.at)
            else if (plan.refreshTokenS !== null) lose('lost answer', entry.at)
        }
        if (entry.status >= 400 && expected.lost === null)
            expected.violations.push(`the provider rejected it at ${text(entry.at)}: ${entry.error}`)
        // The result of a request whose node was killed is not recorded.
        if (entry.by !== 'job' || entry.fault?.kind === 'node killed') continue
        if (entry.status >= 400) {
            streak = 0
            if (told !== 'reauthorize') tell('reauthorize', entry.at)
            told = 'reauthorize'
        } else if (entry.status === 0 || !entry.delivered) {
            streak += 1
            if (streak >= world.failuresBeforeNotice && told === '') {
                tell('failing', entry.at)
                told = 'failing'
            }
        }
    }
    passTime(world.end)
    return expected
}

/** Refresh tokens that were reused after rotation. */
export interface Repeats {
    /** After a lost response, which cannot be avoided. */
    afterLostAnswer: number
    violations: string[]
}

/** Finds reused refresh tokens in the traffic. */
export function findRepeats(passed: readonly Passed[]): Repeats {
    const replacedBy = new Map<string, Passed>()
    const repeats: Repeats = { afterLostAnswer: 0, violations: [] }
    for (const entry of passed) {
        const earlier = entry.sent === '' ? undefined : replacedBy.get(entry.sent)
        if (earlier?.delivered)
            repeats.violations.push(
                `${entry.client} reused at ${text(entry.at)} a refresh token that was rotated at ${text(earlier.at)}`
            )
        else if (earlier) repeats.afterLostAnswer += 1
        if (entry.sent !== '' && entry.given !== '') replacedBy.set(entry.sent, entry)
    }
    return repeats
}

function text(at: number): string {
    return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}
