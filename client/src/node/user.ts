import { isFailure } from '../envelope'
import { INTEGRATION } from '../oauth-routes'
import { readText, send, type Sending } from './send'
import type { Settings } from './settings'

/** The signed-in user, as far as the user may read the own record in `sys_user`. */
export interface ServiceNowUser {
    sys_id: string
    user_name: string
    name: string
    email: string
    [column: string]: string
}

const COLUMNS = ['sys_id', 'user_name', 'name', 'first_name', 'last_name', 'email']

/** The app's route, then the Table API for an instance without the app. */
const ROUTES = [
    `${INTEGRATION}user_info`,
    `/api/now/table/sys_user?${new URLSearchParams({
        sysparm_query: 'sys_id=javascript:gs.getUserID()',
        sysparm_limit: '2',
        sysparm_fields: COLUMNS.join(','),
    })}`,
]

/** Maximum size of a response in bytes. */
const MAX_BYTES = 100_000

/**
 * The user of an access token. Null if the instance does not return it: the sign-in succeeds nevertheless,
 * because its code is already used.
 */
export async function fetchUser(accessToken: string, settings: Settings): Promise<ServiceNowUser | null> {
    for (const route of ROUTES) {
        const signal = AbortSignal.timeout(settings.timeoutMs)
        const sending: Sending = { settings, what: 'The user lookup', signal }
        try {
            const response = await send(sending, settings.instanceUrl + route, {
                headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
                redirect: 'manual',
            })
            const text = await readText(sending, response, MAX_BYTES)
            const user = response.ok && text ? readUser(JSON.parse(text)) : null
            if (user) return user
        } catch {
            // No response, or an unreadable one: try the next route.
        }
    }
    return null
}

function readUser(body: { result?: unknown } | null): ServiceNowUser | null {
    if (isFailure(body)) return null
    // More than one row means that the platform ignored the query.
    const rows: unknown[] = Array.isArray(body?.result) ? body.result : [body?.result]
    const [row] = rows
    if (rows.length !== 1 || typeof row !== 'object' || row === null) return null
    const columns = Object.entries(row).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string'
    )
    const user = { user_name: '', name: '', email: '', ...Object.fromEntries(columns) } as ServiceNowUser
    return /^[0-9a-f]{32}$/.test(user.sys_id) ? user : null
}
