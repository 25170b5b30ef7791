import { difference } from './difference'
import {
    ATTACHMENT_API_RULE,
    BATCH_API_RULE,
    EXPOSED_HEADERS,
    INTEGRATION_RULE,
    MAX_AGE_S,
    NO_ORIGIN,
    TABLE_API_RULE,
} from './packaged'
import type { TableRow, TableValues } from './table-client'

/** A kind of CORS rule, with one record per origin. */
export interface RuleKind {
    name: string
    /** The API that it applies to, by namespace and service id in sys_ws_definition. */
    api: { namespace: string; serviceId: string }
    methods: Record<'get' | 'post' | 'put' | 'patch' | 'delete', boolean>
}

/** The rules of the app; names and methods never change. */
export const RULE_KINDS: readonly RuleKind[] = [
    {
        name: INTEGRATION_RULE,
        api: { namespace: 'x_opfi_openfin', serviceId: 'integration' },
        methods: { get: true, post: true, put: false, patch: false, delete: false },
    },
    {
        name: TABLE_API_RULE,
        api: { namespace: 'now', serviceId: 'table' },
        methods: { get: true, post: true, put: true, patch: true, delete: false },
    },
]

/** APIs of the platform that only some apps need; their rules are optional. */
export type FurtherApi = 'attachment' | 'batch'

/** The rules of those APIs. */
export const FURTHER_RULE_KINDS: Readonly<Record<FurtherApi, RuleKind>> = {
    attachment: {
        name: ATTACHMENT_API_RULE,
        api: { namespace: 'now', serviceId: 'attachment' },
        methods: { get: true, post: true, put: false, patch: true, delete: true },
    },
    batch: {
        name: BATCH_API_RULE,
        api: { namespace: 'now', serviceId: 'batch' },
        methods: { get: false, post: true, put: false, patch: false, delete: false },
    },
}

/** Columns of sys_cors_rule that the setup reads and writes. */
export const RULE_COLUMNS = [
    'name',
    'rest_api',
    'domain',
    'active',
    'get',
    'post',
    'put',
    'patch',
    'delete',
    'max_age',
    'exposed_headers',
] as const

/** A write to sys_cors_rule. */
export type RuleChange =
    | { action: 'create'; origin: string; values: TableValues }
    | { action: 'update' | 'deactivate'; origin: string; sysId: string; values: TableValues }
    | { action: 'none'; origin: string; sysId: string }

/**
 * Plans the writes after which there is one active rule per origin, and no other active rule of this name. A rule keeps
 * its origin; the packaged rule, or one whose origin was removed, gets a new origin; remaining rules are deactivated.
 *
 * @param rules all records of this name, oldest first
 * @param restApi sys_id of the API in sys_ws_definition
 */
export function planRules(
    kind: RuleKind,
    rules: readonly TableRow[],
    origins: readonly string[],
    restApi: string
): RuleChange[] {
    const free = [...rules]
    const take = (wanted: (rule: TableRow) => boolean): TableRow | undefined => {
        const index = free.findIndex(wanted)
        return index < 0 ? undefined : free.splice(index, 1)[0]
    }
    const kept = new Map(origins.map((origin) => [origin, take((rule) => domainOf(rule) === origin)]))
    const changes = origins.map((origin): RuleChange => {
        const rule = kept.get(origin) ?? take((one) => domainOf(one) === NO_ORIGIN) ?? take(() => true)
        const wanted = { ...settings(kind, restApi), domain: origin, active: true }
        if (!rule) return { action: 'create', origin, values: { name: kind.name, ...wanted } }
        const values = difference(rule, wanted)
        if (Object.keys(values).length === 0) return { action: 'none', origin, sysId: rule.sys_id }
        return { action: 'update', origin, sysId: rule.sys_id, values }
    })
    const left = free.filter((rule) => rule['active'] === 'true')
    return [...changes, ...left.map((rule) => deactivation(rule))]
}

function deactivation(rule: TableRow): RuleChange {
    return { action: 'deactivate', origin: domainOf(rule), sysId: rule.sys_id, values: { active: false } }
}

function settings({ methods }: RuleKind, restApi: string): TableValues {
    return { rest_api: restApi, ...methods, max_age: MAX_AGE_S, exposed_headers: EXPOSED_HEADERS }
}

function domainOf(rule: TableRow): string {
    return (rule['domain'] ?? '').toLowerCase()
}
