import { GlideRecord } from '@servicenow/glide'

/** What is kept of a request; never a token, a code or a verifier. */
export interface RequestEntry {
    route: 'request_tokens' | 'revoke_token'
    /** sys_id of the client's oauth_entity; empty where no registered client was named. */
    client: string
    /** Key of the caller's address. */
    address: string
    /** `ok` or the code of the refusal. */
    outcome: string
    durationMs: number
    /** Whether this request raised the event. */
    reported: boolean
}

/**
 * Keeps a request; one statement.
 *
 * @returns the record, for an event to name
 * @throws TypeError where the platform stores nothing, since it only answers null then
 */
export function recordRequest(entry: RequestEntry): GlideRecord<'x_opfi_openfin_request'> {
    const request = new GlideRecord('x_opfi_openfin_request')
    request.initialize()
    request.setValue('route', entry.route)
    request.setValue('client', entry.client)
    request.setValue('address', entry.address)
    request.setValue('outcome', entry.outcome)
    request.setValue('duration_ms', entry.durationMs)
    request.setValue('reported', entry.reported)
    if (!request.insert()) throw new TypeError('The record was refused')
    return request
}
