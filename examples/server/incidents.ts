import { ApiRequestError, type ServiceNowAuth } from 'openfin-servicenow-client/node'
import type { Incident, ListPage } from './pages'

const PAGE_SIZE = 10
const COLUMNS = ['number', 'short_description', 'state', 'priority', 'sys_updated_on']

/**
 * A page of the incidents that the user may see, the latest first, and the user's name.
 *
 * @throws ApiRequestError `http` if the instance returns an error
 */
export async function listIncidents(
    auth: ServiceNowAuth,
    key: string,
    { search, page }: { search: string; page: number }
): Promise<ListPage> {
    const number = Math.min(Math.max(1, Math.floor(page)), 1000)
    // A caret starts another condition; a doubled one is a literal caret (DOCS c_EncodedQueryStrings).
    const condition = search && `short_descriptionLIKE${search.replaceAll('^', '^^')}^`
    const query = new URLSearchParams({
        sysparm_query: `${condition}ORDERBYDESCsys_updated_on`,
        sysparm_fields: COLUMNS.join(','),
        sysparm_display_value: 'true',
        sysparm_limit: String(PAGE_SIZE),
        sysparm_offset: String((number - 1) * PAGE_SIZE),
    })
    const [list, user] = await Promise.all([
        auth.fetch(key, `/api/now/table/incident?${query}`),
        auth.fetch(key, '/api/x_opfi_openfin/v1/integration/user_info'),
    ])
    const { name } = await resultOf<{ name: string }>(user)
    return {
        userName: name,
        incidents: await resultOf<Incident[]>(list),
        search,
        page: number,
        total: Number(list.headers.get('x-total-count')),
        pageSize: PAGE_SIZE,
    }
}

/** The `result` of a response. @throws ApiRequestError `http` with the instance's own message */
async function resultOf<T>(response: Response): Promise<T> {
    const { result, error } = (await response.json().catch(() => ({}))) as {
        result?: T
        error?: { message?: string }
    }
    if (response.ok && result !== undefined) return result
    const message = error?.message ?? `The instance returned ${response.status}.`
    throw new ApiRequestError(message, { code: 'http', status: response.status })
}
