import type { Evidence, Finding } from './evidence'
import type { Expected } from './model'
import { expectNotices, type DueNotice } from './notice-model'
import { sysIdOf } from './set-up'
import type { ExpiryNotice } from './status-rows'

/** Days before the end by which the first notice of it has to be out. */
const IN_TIME_DAYS = 7
const DAY = 86_400_000

/** Compares the expiry notices with what the traffic at the provider demands. */
export function judgeNotices(evidence: Evidence, expected: ReadonlyMap<string, Expected>): Finding[] {
    return [exactNotices(evidence), foreseenLosses(evidence, expected)]
}

function exactNotices({
    connections,
    start,
    passed,
    noticeRuns: runs,
    failuresBeforeNotice,
    announced,
}: Evidence): Finding {
    const wrong: string[] = []
    for (const plan of connections) {
        const want = expectNotices(plan, { start, passed, runs, failuresBeforeNotice })
        const [events, mails] = [of(announced.events, plan.id), of(announced.mails, plan.id)]
        if (list(events) !== list(want))
            wrong.push(`${plan.id}: notices were ${list(events)} instead of ${list(want)}`)
        if (mails.length !== events.length)
            wrong.push(`${plan.id}: ${mails.length} mails for ${events.length} notices`)
    }
    return {
        what: 'each expiry was announced once per threshold, and nothing else',
        seen: `${announced.events.length} notices, ${announced.mails.length} mails, in ${runs.length} runs`,
        wrong,
    }
}

/** An end can be foreseen where the instance knows it: a watched token, or a fixed end that the provider tells. */
function foreseenLosses(
    { connections, announced, start }: Evidence,
    expected: ReadonlyMap<string, Expected>
): Finding {
    const wrong: string[] = []
    let foreseen = 0
    for (const { id, watched, tellsEnd, refreshTokenS } of connections) {
        if (!watched && !tellsEnd) continue
        for (const { at, cause } of expected.get(id)?.losses ?? []) {
            if (cause === 'lost answer' || cause === 'revoked') continue
            foreseen += 1
            const begun = Math.max(start, at - (refreshTokenS ?? 0) * 1000)
            const first = of(announced.events, id).find((notice) => notice.at > begun)
            if (!first || first.at > at - IN_TIME_DAYS * DAY)
                wrong.push(`${id}: the end at ${new Date(at).toISOString()} was not announced in time`)
        }
    }
    return {
        what: `every loss that could be foreseen was announced at least ${IN_TIME_DAYS} days before`,
        seen: `${foreseen} such losses`,
        wrong,
    }
}

function of(notices: readonly ExpiryNotice[], client: string): ExpiryNotice[] {
    const requestor = sysIdOf(`requestor ${client}`)
    return notices.filter((notice) => notice.requestor === requestor)
}

function list(notices: readonly (ExpiryNotice | DueNotice)[]): string {
    const parts = notices.map(({ at, days }) => `${new Date(at).toISOString().slice(0, 10)}: ${days}`)
    return parts.join(', ') || 'none'
}
