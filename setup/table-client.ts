import { SetupError } from './setup-error'

/** Credentials of the caller: one of the two. */
export interface Credentials {
    /** Value of the Authorization header, `Basic …` or `Bearer …`. */
    authorization?: string
    /** The token of a signed-in browser session (`g_ck`), for pages of the instance itself. */
    userToken?: string
}

/** A record as returned by the Table API: values as text. */
export type TableRow = { sys_id: string } & Record<string, string | undefined>

/** Values to write, by column. */
export type TableValues = Record<string, string | number | boolean>

/** The few calls of the Table API (`/api/now/table`) that the setup needs. All throw SetupError. */
export interface TableClient {
    query(table: string, query: string, columns: readonly string[]): Promise<TableRow[]>
    create(table: string, values: TableValues): Promise<TableRow>
    update(table: string, sysId: string, values: TableValues): Promise<TableRow>
}

/** Creates a client for the Table API of an instance. */
export function createTableClient(
    instanceUrl: string,
    { authorization, userToken }: Credentials,
    send: typeof fetch
): TableClient {
    const headers: Record<string, string> = {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(authorization !== undefined && { Authorization: authorization }),
        ...(userToken !== undefined && { 'X-UserToken': userToken }),
    }

    async function call<T>(method: string, path: string, body?: TableValues): Promise<T> {
        const { response, text } = await send(`${instanceUrl}/api/now/table/${path}`, {
            method,
            headers,
            redirect: 'manual',
            ...(body && { body: JSON.stringify(body) }),
        })
            .then(async (response) => ({ response, text: await response.text() }))
            .catch((cause: unknown) => {
                throw new SetupError('unreachable', `${instanceUrl} does not respond${codeOf(cause)}.`, {
                    cause,
                })
            })
        // Do not send the credentials elsewhere. Some implementations of fetch hide the status of a redirect.
        if (response.status < 200 || (response.status > 299 && response.status < 400)) {
            throw new SetupError(
                'unreachable',
                `${instanceUrl} responds with a redirect. Use the address that it redirects to.`
            )
        }
        if (!response.ok) throw refusal(response.status, `${method} ${path.split('?', 1)[0]}`, text)
        const answer = parse(text)
        if (typeof answer !== 'object' || answer === null || !('result' in answer)) {
            throw new SetupError(
                'request_failed',
                `${instanceUrl} does not respond like a ServiceNow instance.`
            )
        }
        return answer.result as T
    }

    return {
        query: (table, query, columns) => {
            const parameters = new URLSearchParams({
                sysparm_query: query,
                sysparm_fields: ['sys_id', ...columns].join(','),
                sysparm_display_value: 'false',
                sysparm_exclude_reference_link: 'true',
                sysparm_limit: '1000',
            })
            return call('GET', `${table}?${parameters.toString()}`)
        },
        create: (table, values) => call('POST', `${table}?sysparm_exclude_reference_link=true`, values),
        update: (table, sysId, values) =>
            call('PATCH', `${table}/${sysId}?sysparm_exclude_reference_link=true`, values),
    }
}

function refusal(status: number, what: string, text: string): SetupError {
    if (status === 401) return new SetupError('not_authenticated', 'The instance rejected the credentials.')
    const answer = parse(text) as { error?: { message?: unknown } } | null
    const message = typeof answer?.error?.message === 'string' ? `: ${answer.error.message}` : ''
    const failed = `${what} returned ${status}${message}.`
    if (status !== 403) return new SetupError('request_failed', failed)
    return new SetupError(
        'not_authorized',
        `${failed} This requires the role admin, or both oauth_admin and web_service_admin.`
    )
}

/** The system error code, such as ` (CERT_HAS_EXPIRED)`, which `fetch` puts into the cause. */
function codeOf(error: unknown): string {
    const { code } = Object((error as Error | undefined)?.cause ?? error) as { code?: unknown }
    return typeof code === 'string' ? ` (${code})` : ''
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text)
    } catch {
        return null
    }
}
