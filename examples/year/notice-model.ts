import type { ConnectionPlan } from './connections'
import type { Passed } from './proxy'

/** Thresholds of the app's property, in days. */
const THRESHOLDS = [14, 7, 3, 1]
const DAY = 86_400_000

/** A notice that was due. */
export interface DueNotice {
    at: number
    /** Days of the threshold; 0 at the end. */
    days: number
}

/** What the notices have to follow from. */
export interface NoticeWorld {
    /** ms since 1970. */
    start: number
    passed: readonly Passed[]
    /** When the job ran, in ms since 1970, ascending. */
    runs: readonly number[]
    /** The app's setting: consecutive failures after which a rule does not renew in time any more. */
    failuresBeforeNotice: number
}

/**
 * Expiry notices of one connection, from the traffic at the provider alone: at each run of the job, the nearest threshold that
 * the stored end has come within, once for each end; and one at the end. A rule that renews in time needs none before the
 * end, nor does a token of which people know already. The token of a deleted record is still held, and no rule covers it.
 */
export function expectNotices(plan: ConnectionPlan, world: NoticeWorld): DueNotice[] {
    if (plan.refreshTokenS === null) return []
    const due: DueNotice[] = []
    const entries = world.passed.filter(({ client, by }) => client === plan.id && by !== 'check')
    const token = new StoredToken(plan, plan.refreshTokenS * 1000)
    let [last, lastEnd] = [Infinity, -Infinity]
    for (const at of world.runs) {
        while ((entries[0]?.at ?? Infinity) <= at) token.absorb(entries.shift()!)
        if (token.end === null) continue
        // A later end begins anew; ends are stored in seconds.
        if (token.end > lastEnd + 1000) last = Infinity
        const isDeleted = plan.to !== undefined && at > world.start + plan.to * DAY
        const needsEarly =
            plan.watched || isDeleted || token.isKept || token.failures >= world.failuresBeforeNotice
        const left = token.end - at
        const days =
            left <= 0
                ? 0
                : token.isRejected || !needsEarly
                  ? Infinity
                  : Math.min(...THRESHOLDS.filter((threshold) => left <= threshold * DAY))
        if (days >= last) continue
        due.push({ at, days })
        ;[last, lastEnd] = [days, token.end]
    }
    return due
}

/** The refresh token as the instance knows it. */
class StoredToken {
    /** ms since 1970; null before the first consent. */
    end: number | null = null
    /** In a row, of the job. */
    failures = 0
    /** The last refresh by the job left the end where it was; a consent does not change what the provider does. */
    isKept = false
    /** The provider refused it, and people were told. */
    isRejected = false
    #consented = 0

    constructor(
        private readonly plan: ConnectionPlan,
        private readonly lifespan: number
    ) {}

    absorb({ at, by, grant, status, delivered, fault }: Passed): void {
        const isNew = grant === 'authorization_code'
        if (status === 200 && delivered) {
            if (isNew) this.#consented = at
            const before = this.end
            this.end = (this.plan.tellsEnd ? this.#consented : at) + this.lifespan
            if (by === 'job') this.isKept = before !== null && this.end <= before
            this.failures = 0
            this.isRejected = false
        } else if (by === 'job' && fault?.kind !== 'node killed') {
            this.isRejected ||= status >= 400
            this.failures += 1
        }
    }
}
