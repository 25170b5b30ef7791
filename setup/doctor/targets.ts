import { FURTHER_RULE_KINDS, RULE_KINDS, type RuleKind } from '../cors-rules'
import { NO_ORIGIN } from '../packaged'
import { apiOf, type Reading } from '../reading'
import type { TableRow } from '../table-client'

/** An API that pages of an origin must be able to call. */
export interface Target {
    origin: string
    kind: RuleKind
    /** sys_id of the API in `sys_ws_definition`; undefined if it is not visible. */
    api: string | undefined
    /** Active rule of exactly this origin and API; undefined without one. */
    rule: TableRow | undefined
}

/**
 * The origins and APIs that must be accessible: the app's own and the Table API for each origin, and the
 * optional APIs if there is an active rule. Default origins: those of the active rules.
 *
 * @throws SetupError
 */
export async function findTargets(reading: Reading, given: readonly string[] | undefined): Promise<Target[]> {
    const [{ rows: apis }, { rows: rules }] = [await reading.apis(), await reading.rules()]
    const active = rules.filter(isActive)
    const byKey = new Map<string, TableRow>()
    // Of equal rules the platform uses the first.
    for (const rule of [...active].reverse()) byKey.set(keyOf(domainOf(rule), rule['rest_api'] ?? ''), rule)
    const origins = given ?? originsOf(rules)
    const targets = (kinds: readonly RuleKind[]) =>
        origins.flatMap((origin) =>
            kinds.map((kind): Target => {
                const api = apiOf(apis, kind)?.sys_id
                return { origin, kind, api, rule: byKey.get(keyOf(origin, api ?? '')) }
            })
        )
    const optional = targets(Object.values(FURTHER_RULE_KINDS)).filter(({ rule }) => rule !== undefined)
    return [...targets(RULE_KINDS), ...optional]
}

/** Origins of active rules of this app, each once. */
export function originsOf(rules: readonly TableRow[]): string[] {
    const names = RULE_KINDS.map(({ name }) => name)
    const own = rules.filter((rule) => isActive(rule) && names.includes(rule['name'] ?? ''))
    const domains = own.map(domainOf)
    return [...new Set(domains)].filter((domain) => domain !== NO_ORIGIN && !domain.includes('*'))
}

/** Whether a rule has an effect. */
export function isActive(rule: TableRow): boolean {
    return rule['active'] === 'true'
}

/** Its origin in lower case, as browsers send it. */
export function domainOf(rule: TableRow): string {
    return (rule['domain'] ?? '').toLowerCase()
}

function keyOf(origin: string, api: string): string {
    return `${api} ${origin}`
}

/** Whether a wildcard rule matches an origin: the wildcard matches one or more labels. */
export function wildcardCovers(rule: TableRow, origin: string): boolean {
    const [scheme, host = ''] = domainOf(rule).split('://*.')
    return host !== '' && origin.startsWith(`${scheme}://`) && origin.endsWith(`.${host}`)
}
