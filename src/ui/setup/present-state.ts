import { FURTHER_RULE_KINDS, RULE_KINDS, type FurtherApi } from '../../../setup/cors-rules'
import { NO_ORIGIN, OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { OAUTH_CORS } from '../../../setup/properties'
import type { Reading } from '../../../setup/reading'
import { readRoles, WRITERS } from '../../../setup/rights'
import { routeOf, type Route } from '../../../setup/route'
import { SetupError } from '../../../setup/setup-error'
import type { TableClient, TableRow } from '../../../setup/table-client'
import { INSTANCE_URL } from '../shared/session'

/** What the form holds; lines as typed. */
export interface FormValues {
    origins: string
    callbacks: string
    apis: readonly FurtherApi[]
    route: Route
}

/** How an instance is set up at present. */
export interface PresentState {
    values: FormValues
    /** The user may read registration and rules; else the other members say nothing. */
    isReadable: boolean
    /** Apps of at least one origin can use the registration. */
    isSetUp: boolean
    clientId: string
    /** Whether the instance has the property of the direct route; null if the user may not read properties. */
    knowsDirect: boolean | null
    /** Tables that the user's roles do not allow to write, with roles of which any suffices. */
    closed: { table: string; roles: readonly string[] }[]
}

/** Reads the present state with the rights of the user. @throws SetupError */
export async function readPresentState(tables: TableClient, reading: Reading): Promise<PresentState> {
    const [registrations, rules, properties, roles] = await Promise.all([
        reading.registrations().catch(whereHidden),
        reading.rules().catch(whereHidden),
        reading.properties().catch(whereHidden),
        readRoles(tables),
    ])
    const origins = originsOf(rules?.rows, RULE_KINDS[0]?.name)
    const isReadable = registrations !== null && rules !== null
    const own = `${INSTANCE_URL}/oauth_redirect.do`
    const urls = (registrations?.rows[0]?.['redirect_url'] ?? '').split(',').map((url) => url.trim())
    const apis = Object.entries(FURTHER_RULE_KINDS).filter(
        ([, { name }]) => originsOf(rules?.rows, name).length > 0
    )
    return {
        values: {
            origins: origins.join('\n'),
            callbacks: urls.filter((url) => url !== '' && url !== own).join('\n'),
            apis: apis.map(([api]) => api as FurtherApi),
            route: (properties && routeOf(properties, origins)) ?? 'proxy',
        },
        isSetUp: origins.length > 0 && urls.includes(own),
        clientId: OPENFIN_CLIENT_ID,
        knowsDirect: properties && properties.get(OAUTH_CORS) !== undefined,
        closed: closedTables(roles, { isReadable }),
        isReadable,
    }
}

function originsOf(rules: readonly TableRow[] = [], name: string | undefined): string[] {
    const active = rules.filter((rule) => rule['name'] === name && rule['active'] === 'true')
    const domains = active.map((rule) => rule['domain'] ?? '')
    return [...new Set(domains.filter((domain) => domain !== '' && domain !== NO_ORIGIN))]
}

/** By the user's roles; who may not even read them and the tables may not write those either. */
function closedTables(
    roles: ReadonlySet<string> | null,
    { isReadable }: Pick<PresentState, 'isReadable'>
): PresentState['closed'] {
    return Object.entries(WRITERS)
        .filter(([, writers]) => (roles ? !writers.some((role) => roles.has(role)) : !isReadable))
        .map(([table, writers]) => ({ table, roles: writers }))
}

/** Who may open the page may lack read access to any of the tables. */
function whereHidden(error: unknown): null {
    if (error instanceof SetupError && error.code === 'not_authorized') return null
    throw error
}
