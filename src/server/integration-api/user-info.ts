import { gs, GlideRecordSecure } from '@servicenow/glide'
import type { RESTAPIRequest, RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import { logWarning } from '../shared/best-effort'
import { successResponse, writeResponse } from './response'

/** Columns of sys_user that are returned if the caller may read them. */
const COLUMNS = [
    'name',
    'first_name',
    'last_name',
    'email',
    'title',
    'phone',
    'mobile_phone',
    'preferred_language',
    'time_zone',
] as const

/**
 * `GET /api/x_opfi_openfin/v1/integration/user_info`: the signed-in user. Works for users who cannot read their own
 * record, because clients treat a failure here as a failed sign-in.
 */
export function userInfo(_request: RESTAPIRequest, response: RESTAPIResponse): void {
    const userId = gs.getUserID()
    const result: Record<string, string> = { sys_id: userId, user_name: gs.getUserName() }
    for (const column of COLUMNS) result[column] = ''
    try {
        Object.assign(result, readOwn(userId))
    } catch {
        logWarning('OpenFin Integration: user_info could not read sys_user')
    }
    result['name'] ||= gs.getUserDisplayName()
    writeResponse(response, successResponse({ result }))
}

/** The columns of the caller's own record that the caller may read. */
function readOwn(userId: string): Record<string, string> {
    const user = new GlideRecordSecure('sys_user')
    user.addQuery('sys_id', userId)
    user.setLimit(1)
    user.query()
    if (!user.next()) return {}
    return Object.fromEntries(COLUMNS.map((column) => [column, user.getValue(column) || '']))
}
