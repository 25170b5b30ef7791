import { GlideRecord } from '@servicenow/glide'

/** What is recorded of a request; never a token, code or verifier. */
export interface RequestEntry {
    route: 'request_tokens' | 'revoke_token'
    /** sys_id of the client's oauth_entity; empty without a registered client. */
    client: string
    /** Key of the client address. */
    address: string
    /** `ok` or the code of the refusal. */
    outcome: string
    durationMs: number
    /** Whether this request raised the event. */
    reported: boolean
}

/**
 * Records a request. One statement.
 *
 * @returns the record, for the event
 * @throws TypeError if the platform does not store the record, for which it returns null
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
