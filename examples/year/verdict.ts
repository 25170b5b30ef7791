import type { Evidence, Finding } from './evidence'
import { expect, findRepeats, type Expected } from './model'
import { judgeNotices } from './notice-verdict'
import { sysIdOf } from './set-up'
import type { Told } from './status-rows'

/** The result of all checks. */
export interface Verdict {
    expected: Map<string, Expected>
    findings: Finding[]
    holds: boolean
}

const DAY = 86_400_000

/** Compares what happened with the model. */
export function judge(evidence: Evidence): Verdict {
    const { connections, plan, start, days, passed, failuresBeforeNotice } = evidence
    const expected = new Map(
        connections.map((connection): [string, Expected] => {
            const revokedAt = plan.revocations
                .filter(({ client }) => client === connection.id)
                .map(({ at }) => Math.ceil((start + at) / 60_000) * 60_000)
            const end = start + (connection.to ?? days) * DAY
            return [connection.id, expect(connection, { passed, revokedAt, end, failuresBeforeNotice })]
        })
    )
    const findings = [
        alive(evidence, expected),
        repeats(evidence),
        notices(evidence, expected),
        ...judgeNotices(evidence, expected),
        uses(evidence, expected),
        secrets(evidence),
    ]
    return { expected, findings, holds: findings.every(({ wrong }) => wrong.length === 0) }
}

function alive(
    { connections, made, living, stored, outcomes }: Evidence,
    all: Map<string, Expected>
): Finding {
    const wrong: string[] = []
    let count = 0
    for (const { id, refreshTokenS } of connections) {
        const expected = all.get(id)
        wrong.push(...(expected?.violations ?? []).map((violation) => `${id}: ${violation}`))
        if (!expected || !made.has(id)) continue
        const isHeld = living.some(({ client, token }) => client === id && token === stored.get(id))
        if (expected.lost === null) {
            count += 1
            if (refreshTokenS !== null && !isHeld)
                wrong.push(`${id}: the instance does not have the refresh token that the provider accepts`)
            if (outcomes.get(id) !== 'refreshed')
                wrong.push(`${id}: its last refresh ended with ${outcomes.get(id)}`)
        } else if (outcomes.get(id) !== 'reauthorize')
            wrong.push(`${id}: lost (${expected.lost}), but its last refresh ended with ${outcomes.get(id)}`)
    }
    const losses = [...all.values()].flatMap((expected) => expected.losses.map(({ cause }) => cause))
    const causes = [...new Set(losses)].map(
        (cause) => `${losses.filter((one) => one === cause).length} × ${cause}`
    )
    return {
        what: 'no token was lost that could have been kept alive',
        seen: `${count} of ${made.size} live; losses: ${causes.join(', ') || 'none'}`,
        wrong,
    }
}

function repeats({ passed }: Evidence): Finding {
    const { afterLostAnswer, violations } = findRepeats(passed)
    const renewals = passed.filter(({ sent, given }) => sent !== '' && given !== '').length
    return {
        what: 'no refresh token was reused after it was rotated',
        seen: `${renewals} rotated; ${afterLostAnswer} reused after a lost response, which cannot be avoided`,
        wrong: violations,
    }
}

function notices({ connections, told }: Evidence, all: Map<string, Expected>): Finding {
    const wrong: string[] = []
    let incidents = 0
    for (const { id } of connections) {
        const want = (all.get(id)?.notices ?? []).map(({ notice }) => notice)
        incidents += want.filter((notice) => notice !== 'recovered').length
        const requestor = sysIdOf(`requestor ${id}`)
        const of = (list: Told[]) =>
            list.filter((one) => one.requestor === requestor).map(({ notice }) => notice)
        const [events, mails] = [of(told.events), of(told.mails)]
        if (events.join() !== want.join())
            wrong.push(`${id}: notifications were ${events.join(', ')} instead of ${want.join(', ')}`)
        if ([...mails].sort().join() !== [...events].sort().join())
            wrong.push(`${id}: ${mails.length} mails for ${events.length} events`)
    }
    return {
        what: 'one notification per incident, and one when it ends',
        seen: `${incidents} incidents, ${told.events.length} notifications, ${told.mails.length} mails`,
        wrong,
    }
}

/** A script gets a valid token, unless the connection is lost or the provider is down. */
function uses({ uses, plan, start, passed }: Evidence, all: Map<string, Expected>): Finding {
    const wrong: string[] = []
    let explained = 0
    for (const { at, client, status } of uses) {
        if (status === 200) continue
        const lost = all.get(client)?.gaps.some(({ from, to }) => from <= at && at <= to)
        const outage = plan.outages.some(({ from, to }) => from <= at - start && at - start < to)
        const failed = passed.some((one) => one.client === client && one.at === at && one.fault !== null)
        if (lost || outage || failed) explained += 1
        else wrong.push(`${client}: a script got ${status} at ${new Date(at).toISOString()}`)
    }
    return {
        what: 'scripts get a valid token',
        seen: `${uses.length - explained} of ${uses.length}; ${explained} failed because of a lost connection or a fault`,
        wrong,
    }
}

function secrets({ scan: { found, rows } }: Evidence): Finding {
    return {
        what: 'no token leaked to the log, mails, events, statuses or attempts',
        seen: `${rows} rows searched`,
        wrong: found,
    }
}
