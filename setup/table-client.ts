import type { InstanceAnswer, InstanceClient } from './instance-client'
import { SetupError } from './setup-error'

/** A record as returned by the Table API: values as text. */
export type TableRow = { sys_id: string } & Record<string, string | undefined>

/** Values to write, by column. */
export type TableValues = Record<string, string | number | boolean>

/** Rows of a list, and the number hidden from the caller. */
export interface Listed {
    rows: TableRow[]
    /**
     * Rows that match the query, readable or not (`X-Total-Count`, DOCS c_TableAPI); null if it was not sent.
     */
    total: number | null
    /** Number of rows within the limit that the caller may not read: the platform omits them from a 200. */
    hidden: number
}

/** The few calls of the Table API (`/api/now/table`) that the setup needs. All throw SetupError. */
export interface TableClient {
    /** All rows, page by page. */
    query(table: string, query: string, columns: readonly string[]): Promise<TableRow[]>
    /** All rows or the first `limit`, with the number of hidden ones. */
    list(table: string, query: string, columns: readonly string[], limit?: number): Promise<Listed>
    create(table: string, values: TableValues): Promise<TableRow>
    update(table: string, sysId: string, values: TableValues): Promise<TableRow>
    remove(table: string, sysId: string): Promise<void>
}

/** Rows per page; larger pages exceed the time limit of a transaction. */
const PAGE = 1000
/** Maximum number of rows of a list, so that a table with millions of rows ends in time. */
const MOST_ROWS = 20_000

/** Creates a client for the Table API of an instance. */
export function createTableClient(client: InstanceClient): TableClient {
    async function call(
        method: string,
        path: string,
        body?: TableValues
    ): Promise<{ answer: InstanceAnswer; result: unknown }> {
        const answer = await client.send({
            method,
            path: `/api/now/table/${path}`,
            headers: { 'Content-Type': 'application/json' },
            ...(body && { body: JSON.stringify(body) }),
        })
        return { answer, result: readResult(client.url, `${method} ${path.split('?', 1)[0]}`, answer) }
    }

    async function list(
        table: string,
        query: string,
        columns: readonly string[],
        limit: number = MOST_ROWS
    ): Promise<Listed> {
        const rows: TableRow[] = []
        let total: number | null = null
        let asked = 0
        for (;;) {
            const size = Math.min(PAGE, limit - asked)
            const parameters = new URLSearchParams({
                sysparm_query: query,
                sysparm_fields: ['sys_id', ...columns].join(','),
                sysparm_display_value: 'false',
                sysparm_exclude_reference_link: 'true',
                sysparm_limit: String(size),
                ...(asked > 0 && { sysparm_offset: String(asked) }),
            })
            const { answer, result } = await call('GET', `${table}?${parameters.toString()}`)
            const page = Array.isArray(result) ? (result as TableRow[]) : []
            rows.push(...page)
            asked += size
            total = countOf(answer) ?? total
            const isLast = total === null ? page.length < size : asked >= total
            if (isLast || asked >= limit) break
        }
        return { rows, total, hidden: total === null ? 0 : Math.max(0, Math.min(total, asked) - rows.length) }
    }

    return {
        list,
        query: async (table, query, columns) => (await list(table, query, columns)).rows,
        create: async (table, values) => {
            const { result } = await call('POST', `${table}?sysparm_exclude_reference_link=true`, values)
            return result as TableRow
        },
        update: async (table, sysId, values) => {
            const path = `${table}/${sysId}?sysparm_exclude_reference_link=true`
            return (await call('PATCH', path, values)).result as TableRow
        },
        remove: async (table, sysId) => {
            await call('DELETE', `${table}/${sysId}`)
        },
    }
}

/**
 * The member `result` of a REST response; undefined for 204.
 *
 * @throws SetupError for a failure, a redirect or a response from something else
 */
export function readResult(url: string, what: string, { status, text }: InstanceAnswer): unknown {
    // Do not send the credentials elsewhere. Some implementations of fetch hide the status of a redirect.
    if (status < 200 || (status > 299 && status < 400)) {
        throw new SetupError(
            'unreachable',
            `${url} responds with a redirect. Use the address that it redirects to.`
        )
    }
    if (status >= 400) throw refusal(status, what, text)
    if (status === 204) return undefined
    const answer = parse(text)
    if (typeof answer !== 'object' || answer === null || !('result' in answer)) {
        throw new SetupError('request_failed', `${url} does not respond like a ServiceNow instance.`)
    }
    return answer.result
}

function refusal(status: number, what: string, text: string): SetupError {
    const details = { status }
    if (status === 401) {
        return new SetupError('not_authenticated', 'The instance rejected the credentials.', details)
    }
    const answer = parse(text) as { error?: { message?: unknown } } | null
    const message = typeof answer?.error?.message === 'string' ? `: ${answer.error.message}` : ''
    const failed = `${what} returned ${status}${message}.`
    if (status !== 403) return new SetupError('request_failed', failed, details)
    return new SetupError('not_authorized', `${failed} ${rolesFor(what)}`, details)
}

/**
 * Roles that grant the denied access (DOCS t_ManageTokens, t_DefineACORSRule, c_CustomWebServices; roles of
 * the app).
 */
function rolesFor(what: string): string {
    if (what.includes('/administration/')) return 'This requires the role x_opfi_openfin.admin.'
    if (what.includes('x_opfi_openfin_')) return 'This requires the role x_opfi_openfin.viewer.'
    if (/oauth_entity|sys_cors_rule|sys_ws_/.test(what)) {
        return 'This requires the role admin, or both oauth_admin and web_service_admin.'
    }
    return 'This requires the role admin.'
}

function countOf({ headers }: InstanceAnswer): number | null {
    const text = headers.get('X-Total-Count') ?? ''
    return /^\d{1,12}$/.test(text) ? Number(text) : null
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text)
    } catch {
        return null
    }
}
