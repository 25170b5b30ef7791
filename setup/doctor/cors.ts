import type { RuleKind } from '../cors-rules'
import { EXPOSED_HEADERS } from '../packaged'
import { ALL_KINDS, apiOf } from '../reading'
import type { TableRow } from '../table-client'
import type { Code } from './codes'
import { hiddenReason, setupCommand, type Context } from './context'
import { domainOf, isActive, wildcardCovers, type Target } from './targets'

const TABLE = 'sys_cors_rule'
const CODES: readonly Code[] = [
    ...(['cors_rule_missing', 'cors_rule_inactive', 'cors_rule_wrong_api'] as const),
    ...(['cors_rule_methods', 'cors_rule_wildcard', 'cors_headers_not_exposed'] as const),
]

/** Checks CORS rules: one active, exact rule per origin and API, with its methods and exposed headers. */
export function checkCorsRules(context: Context): Promise<void> {
    const { reading, report, targets } = context
    return report.check(CODES, async () => {
        const { rows: rules, hidden } = await reading.rules()
        const { rows: apis } = await reading.apis()
        if (hidden > 0) report.unknown(CODES, hiddenReason(TABLE, hidden))
        const all = await targets()
        if (all.length === 0 && hidden === 0) {
            report.found('cors_rule_missing', {
                message: 'No origin is set up. No page of another origin can call this instance.',
                fix: setupCommand(context),
                evidence: { table: TABLE },
            })
        }
        for (const rule of rules.filter(isActive)) {
            checkWildcard(context, rule)
            checkApi(context, rule, apis)
        }
        const missing = createMissing(context, rules)
        for (const target of all) {
            if (target.rule) checkRule(context, target, target.rule)
            else if (hidden === 0 && target.api !== undefined) missing(target)
        }
        if (all.some(({ api }) => api === undefined)) {
            report.unknown(CODES, 'Not all REST APIs in sys_ws_definition are visible with these rights.')
        }
    })
}

function checkWildcard({ report }: Context, rule: TableRow): void {
    if (!domainOf(rule).includes('*')) return
    report.found('cors_rule_wildcard', {
        message: `The CORS rule "${rule['name']}" has a wildcard. Every host below that domain can call the instance as the signed-in user.`,
        fix: 'Deactivate it, and set up each origin separately.',
        evidence: {
            ...{ table: TABLE, record: rule.sys_id, field: 'domain' },
            ...{ found: rule['domain'] ?? '', wanted: 'an exact origin' },
        },
    })
}

/** A rule with a packaged name must be for the API of that name. */
function checkApi(context: Context, rule: TableRow, apis: readonly TableRow[]): void {
    const kind = ALL_KINDS.find(({ name }) => name === rule['name'])
    const wanted = kind && apiOf(apis, kind)
    if (!kind || !wanted || rule['rest_api'] === wanted.sys_id) return
    context.report.found('cors_rule_wrong_api', {
        message: `The CORS rule "${kind.name}" of ${rule['domain']} is for another REST API. Calls of ${apiName(kind)} fail in the browser.`,
        fix: setupCommand(context),
        evidence: {
            ...{ table: TABLE, record: rule.sys_id, field: 'rest_api' },
            ...{ found: rule['rest_api'] ?? '', wanted: wanted.sys_id },
        },
    })
}

/** Index by origin, so that a thousand rules are scanned once. */
function createMissing(context: Context, rules: readonly TableRow[]): (target: Target) => void {
    const wildcards = rules.filter((rule) => isActive(rule) && domainOf(rule).includes('*'))
    const inactive = new Map(
        rules.filter((rule) => !isActive(rule)).map((rule) => [`${rule['rest_api']} ${domainOf(rule)}`, rule])
    )
    const misplaced = new Set(rules.filter(isActive).map((rule) => `${rule['name']} ${domainOf(rule)}`))
    return ({ origin, kind, api }) => {
        const isCovered = wildcards.some((rule) => rule['rest_api'] === api && wildcardCovers(rule, origin))
        // Reported as cors_rule_wrong_api.
        if (isCovered || misplaced.has(`${kind.name} ${origin}`)) return
        const off = inactive.get(`${api} ${origin}`)
        const fix = setupCommand(context)
        const blocked = `Calls of ${apiName(kind)} from ${origin} fail in the browser.`
        if (off) {
            context.report.found('cors_rule_inactive', {
                message: `The CORS rule "${off['name']}" of ${origin} is inactive. ${blocked}`,
                fix,
                evidence: {
                    ...{ table: TABLE, record: off.sys_id, field: 'active' },
                    ...{ found: 'false', wanted: 'true' },
                },
            })
            return
        }
        context.report.found('cors_rule_missing', {
            message: `No CORS rule lets ${origin} call ${apiName(kind)}. ${blocked}`,
            fix,
            evidence: { table: TABLE, field: 'domain', wanted: origin },
        })
    }
}

function checkRule(context: Context, { origin, kind }: Target, rule: TableRow): void {
    const { report } = context
    const methods = Object.entries(kind.methods).filter(([, isWanted]) => isWanted)
    const lacking = methods.filter(([method]) => rule[method] === 'false').map(([method]) => method)
    if (lacking.length > 0) {
        const names = lacking.join(', ').toUpperCase()
        report.found('cors_rule_methods', {
            message: `The CORS rule "${rule['name']}" of ${origin} does not allow ${names}. Such calls of ${apiName(kind)} fail in the browser.`,
            fix: setupCommand(context),
            evidence: {
                ...{ table: TABLE, record: rule.sys_id, field: lacking.join(',') },
                ...{ found: 'false', wanted: 'true' },
            },
        })
    }
    const exposed = rule['exposed_headers']
    if (exposed === undefined) {
        report.unknown('cors_headers_not_exposed', 'The instance does not return exposed_headers.')
        return
    }
    const names = exposed.split(',').map((name) => name.trim().toLowerCase())
    const hidden = EXPOSED_HEADERS.split(',').filter((name) => !names.includes(name.toLowerCase()))
    if (hidden.length === 0) return
    report.found('cors_headers_not_exposed', {
        message: `The CORS rule "${rule['name']}" of ${origin} does not expose ${hidden.join(', ')}. Apps cannot page through lists, or do not wait as long as the instance asks.`,
        fix: setupCommand(context),
        evidence: {
            ...{ table: TABLE, record: rule.sys_id, field: 'exposed_headers' },
            ...{ found: exposed, wanted: EXPOSED_HEADERS },
        },
    })
}

/** Common name of an API. */
export function apiName({ api, name }: RuleKind): string {
    return api.namespace === 'now' ? name.replace('OpenFin – ', 'the ') : "the app's own API"
}
