import { FURTHER_RULE_KINDS, RULE_COLUMNS, RULE_KINDS, type RuleKind } from './cors-rules'
import { OPENFIN_CLIENT_ID } from './packaged'
import { readProperties, type Properties } from './properties'
import { REGISTRATION_COLUMNS } from './registration'
import type { Listed, TableClient, TableRow } from './table-client'

/** All kinds of rules, the optional ones last. */
export const ALL_KINDS: readonly RuleKind[] = [...RULE_KINDS, ...Object.values(FURTHER_RULE_KINDS)]

/** The data of an instance that setup and doctor use. Each part is read once, on first use. */
export interface Reading {
    /** OAuth clients with the packaged client id; more than one is a problem. */
    registrations(): Promise<Listed>
    /** `sys_ws_definition` of the APIs with rules. */
    apis(): Promise<Listed>
    /** CORS rules of those APIs and all rules with a packaged name; oldest first. */
    rules(): Promise<Listed>
    properties(): Promise<Properties>
}

/** Reads through the Table API with the caller's rights; every part rejects with SetupError. */
export function createReading(tables: TableClient): Reading {
    const apis = once(() => tables.list('sys_ws_definition', apiQuery(), API_COLUMNS))
    return {
        registrations: once(() =>
            tables.list(
                'oauth_entity',
                `client_id=${OPENFIN_CLIENT_ID}^type=client^ORDERBYsys_created_on`,
                REGISTRATION_COLUMNS
            )
        ),
        apis,
        rules: once(async () => {
            const ids = (await apis()).rows.map(({ sys_id }) => sys_id)
            const names = ALL_KINDS.map(({ name }) => name).join(',')
            const ofApis = ids.length > 0 ? `^ORrest_apiIN${ids.join(',')}` : ''
            return tables.list(
                'sys_cors_rule',
                `nameIN${names}${ofApis}^ORDERBYsys_created_on^ORDERBYsys_id`,
                RULE_COLUMNS
            )
        }),
        properties: once(() => readProperties(tables)),
    }
}

/** The definition of the API of a kind of rule. */
export function apiOf(apis: readonly TableRow[], { api }: RuleKind): TableRow | undefined {
    return apis.find((row) => row['namespace'] === api.namespace && row['service_id'] === api.serviceId)
}

const API_COLUMNS = ['name', 'namespace', 'service_id', 'active'] as const

function apiQuery(): string {
    const of = (namespace: string) => {
        const ids = ALL_KINDS.filter(({ api }) => api.namespace === namespace).map(({ api }) => api.serviceId)
        return `namespace=${namespace}^service_idIN${ids.join(',')}`
    }
    return `${of('x_opfi_openfin')}^NQ${of('now')}`
}

/** Calls a function at most once; a failure is also cached. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
    let result: Promise<T> | undefined
    return () => (result ??= read())
}
