import type { Context } from './context'
import { setupCommand } from './context'
import { apiName } from './cors'
import type { Target } from './targets'

/** Maximum number of preflights per run, so that an instance with many origins is not flooded. */
const MOST_PREFLIGHTS = 20

/** The preflight that a page of an app sends for an API, by service id. */
const ASKED: Record<string, { method: string; path: string }> = {
    integration: { method: 'GET', path: '/api/x_opfi_openfin/v1/integration/user_info' },
    table: { method: 'POST', path: '/api/now/v2/table/incident' },
    attachment: { method: 'GET', path: '/api/now/v1/attachment' },
    batch: { method: 'POST', path: '/api/now/v1/batch' },
}

/** Sends preflights like a browser, for each origin and API, since responses may differ from the rules. */
export function checkPreflights(context: Context): Promise<void> {
    const { client, report } = context
    return report.check(['preflight_refused'], async () => {
        if (client.inPage) {
            const why =
                'A page in a browser cannot send preflights for other origins. The command openfin-servicenow doctor can.'
            report.unknown('preflight_refused', why)
            return
        }
        const targets = await context.targets()
        if (targets.length === 0) report.unknown('preflight_refused', 'There is no origin to check.')
        const asked = targets.slice(0, MOST_PREFLIGHTS)
        await Promise.all(asked.map((target) => ask(context, target)))
        if (asked.length < targets.length) {
            const reason = `Checked ${asked.length} of ${targets.length} origins and APIs. Use --origin for others.`
            report.unknown('preflight_refused', reason)
        }
    })
}

async function ask(context: Context, { origin, kind, rule }: Target): Promise<void> {
    const { method, path } = ASKED[kind.api.serviceId] as { method: string; path: string }
    const headers = method === 'GET' ? 'authorization' : 'authorization,content-type'
    const answer = await context.client.send({
        method: 'OPTIONS',
        path,
        signedIn: false,
        headers: {
            Origin: origin,
            'Access-Control-Request-Method': method,
            'Access-Control-Request-Headers': headers,
        },
    })
    const header = (name: string) => answer.headers.get(`Access-Control-Allow-${name}`) ?? ''
    const problem = problemOf(answer.status, { header, origin, method, headers })
    if (problem === null) return
    context.report.found('preflight_refused', {
        message: `The instance refuses the preflight of ${origin} for ${method} ${path}: ${problem}. Calls of ${apiName(kind)} fail in the browser.`,
        fix: setupCommand(context),
        evidence: {
            ...{ table: 'sys_cors_rule', record: rule?.sys_id ?? null, field: 'Access-Control-Allow-Origin' },
            ...{ found: header('Origin'), wanted: origin },
        },
    })
}

/** Reason why a browser would reject the response (Fetch standard, CORS-preflight fetch); null if none. */
function problemOf(
    status: number,
    {
        header,
        origin,
        method,
        headers,
    }: { header: (name: string) => string; origin: string; method: string; headers: string }
): string | null {
    if (status < 200 || status > 299) return `status ${status}`
    if (header('Origin') === '') return 'no Access-Control-Allow-Origin'
    if (![origin, '*'].includes(header('Origin'))) return 'another origin is allowed'
    const listed = (text: string) => text.split(',').map((item) => item.trim().toLowerCase())
    const methods = listed(header('Methods'))
    if (!methods.includes(method.toLowerCase()) && !methods.includes('*')) return `${method} is not allowed`
    const names = listed(header('Headers'))
    // A wildcard does not cover Authorization.
    const lacking = headers
        .split(',')
        .find((name) => !names.includes(name) && (name === 'authorization' || !names.includes('*')))
    return lacking === undefined ? null : `the header ${lacking} is not allowed`
}
