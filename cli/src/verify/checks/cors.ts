import { NO_ORIGIN } from '../../../../setup/packaged'
import { RULE_KINDS, type RuleKind } from '../../../../setup/cors-rules'
import type { TableRow } from '../../../../setup/table-client'
import type { Context } from '../context'
import { CheckFailed, CheckSkipped, hold } from '../results'
import { USER_INFO, type Answer } from '../wire'

/** Attempts until a new rule has reached all nodes, and the time between them. */
const ATTEMPTS = 5
const PAUSE_MS = 1000

/** Headers that a preflight of the client names. */
const ASKED = 'authorization,content-type,accept,x-no-response-body'

/** A preflight with the rule of the test origin, and what it tells of the platform. */
export async function checkPreflight(context: Context): Promise<void> {
    const { results, findings, loopback } = context
    await results.run('preflight', async () => {
        let answer = await preflight(context, 'GET')
        for (let attempt = 1; attempt < ATTEMPTS && !allows(answer, loopback.origin); attempt++) {
            await context.pause(PAUSE_MS)
            answer = await preflight(context, 'GET')
        }
        const header = (name: string) => answer.headers.get(name) ?? ''
        hold(
            allows(answer, loopback.origin),
            `A preflight of an allowed origin is answered ${answer.status} without its origin.`
        )
        const names = header('Access-Control-Allow-Headers').toLowerCase()
        const lacking = ASKED.split(',').filter((name) => !names.includes(name) && names !== '*')
        findings.judge(
            'F-CORS-4',
            answer.status === 200 &&
                /origin/i.test(header('Vary')) &&
                header('Access-Control-Allow-Origin') === loopback.origin,
            `Status ${answer.status}, ${header('Vary') ? 'with' : 'without'} Vary.`
        )
        findings.judge(
            'F-CORS-6',
            lacking.length === 0,
            lacking.length === 0 ? `Allowed: ${ASKED}.` : `Not allowed: ${lacking.join(', ')}.`
        )
        hold(!lacking.includes('authorization'), 'The header Authorization is not allowed.')
        return 'A preflight of an allowed origin is accepted.'
    })
    const unticked = await preflight(context, 'DELETE')
    findings.judge(
        'F-CORS-5',
        !unticked.headers.has('Access-Control-Allow-Origin'),
        `A preflight for DELETE is answered ${unticked.status}, ${unticked.headers.has('Access-Control-Allow-Origin') ? 'with' : 'without'} CORS headers.`
    )
    const { port } = new URL(loopback.origin)
    const others = [`http://localhost.:${port}`, `http://[::1]:${port}`, `http://${'a'.repeat(254)}:${port}`]
    const admitted: string[] = []
    for (const origin of others) {
        const answer = await preflight(context, 'GET', origin)
        if (answer.headers.has('Access-Control-Allow-Origin')) admitted.push(origin.slice(0, 30))
    }
    findings.judge(
        'F-CORS-3',
        admitted.length === 0,
        admitted.length === 0
            ? 'None of three such origins is admitted.'
            : `Admitted: ${admitted.join(', ')}.`
    )
}

/** Whether every answer of the app's API could be read by a page of the test origin. */
export async function checkCorsAnswers({ results, findings, wire, loopback }: Context): Promise<void> {
    await results.run('cors_answers', async () => {
        const { seen } = wire
        if (seen.length === 0) throw new CheckSkipped('No request was sent.')
        const unreadable = seen.filter(
            ({ allowOrigin }) => ![loopback.origin, '*'].includes(allowOrigin ?? '')
        )
        const errors = seen.filter(({ what }) => /[45]\d\d$/.test(what))
        if (errors.length > 0 && unreadable.length < seen.length) {
            const hidden = errors.filter((one) => unreadable.includes(one))
            const evidence =
                hidden.length === 0
                    ? `${errors.length} error responses of the app's API carried CORS headers.`
                    : `Without CORS headers: ${named(hidden)}.`
            findings.judge('F-CORS-7', hidden.length === 0, evidence)
        }
        hold(
            unreadable.length === 0,
            `Pages cannot read ${unreadable.length} of ${seen.length} answers: ${named(unreadable)}.`
        )
        return `All ${seen.length} answers carried the CORS headers, ${errors.length} errors among them.`
    })
}

/** The rules for the origins of apps, by real requests that name these origins. */
export async function checkCorsRules(context: Context): Promise<void> {
    await context.results.run('cors_rules', async () => {
        const { rows } = await context.reading.rules()
        const lines: string[] = []
        for (const kind of RULE_KINDS) {
            const own = rows.filter((row) => row['name'] === kind.name && row['domain'] !== NO_ORIGIN)
            if (own.length === 0) continue
            const active = own.filter((row) => row['active'] !== 'false')
            hold(active.length > 0, `All CORS rules "${kind.name}" are inactive.`)
            lines.push(await checkRule(context, kind, active[0] as TableRow))
        }
        if (lines.length === 0) {
            throw new CheckSkipped(
                'No origin is set up yet. Run openfin-servicenow setup for the origins of your apps.'
            )
        }
        return lines.join(' ')
    })
}

/** An error response for an app's origin, which needs no sign-in. */
async function checkRule({ wire, findings }: Context, kind: RuleKind, rule: TableRow): Promise<string> {
    const origin = rule['domain'] ?? ''
    if (origin.includes('*')) throw new CheckFailed(`A CORS rule "${kind.name}" admits a wildcard.`)
    const isTable = kind.api.namespace === 'now'
    const answer = await wire.plain({
        method: 'GET',
        path: isTable ? '/api/now/v2/table/incident?sysparm_limit=1' : USER_INFO,
        headers: { Origin: origin },
    })
    const readable = [origin, '*'].includes(answer.headers.get('Access-Control-Allow-Origin') ?? '')
    const evidence = `A ${answer.status} of ${isTable ? 'the Table API' : "the app's API"} ${readable ? 'carried' : 'lacked'} CORS headers.`
    if (answer.status >= 400) findings.judge('F-CORS-7', readable, evidence)
    hold(readable, `A page of an allowed origin cannot read a ${answer.status} by the rule "${kind.name}".`)
    return `By the rule "${kind.name}" a page can read a ${answer.status}.`
}

function preflight({ wire }: Context, method: string, origin?: string): Promise<Answer> {
    return wire.plain({
        method: 'OPTIONS',
        path: USER_INFO,
        headers: {
            'Access-Control-Request-Method': method,
            'Access-Control-Request-Headers': ASKED,
            ...(origin !== undefined && { Origin: origin }),
        },
    })
}

function allows(answer: Answer, origin: string): boolean {
    const isAllowed = [origin, '*'].includes(answer.headers.get('Access-Control-Allow-Origin') ?? '')
    return answer.status >= 200 && answer.status < 300 && isAllowed
}

function named(answers: readonly { what: string }[]): string {
    return [...new Set(answers.map(({ what }) => what))].join(', ')
}
