import { asAdmin } from '../echo/as-admin'
import type { Connection } from '../echo/register-provider'

/** Calls an API with a connection's token as a script does; returns the status, or 0 without a token. */
export async function callApi(
    instance: { url: string },
    { requestor, profile, table = 'sys_rest_message' }: Connection,
    url: string
): Promise<number> {
    const status = await run(
        instance,
        `var message = new sn_ws.RESTMessageV2()
        message.setEndpoint('${url}')
        message.setHttpMethod('get')
        message.setRequestorProfile('${table}', '${requestor}')
        message.setAuthenticationProfile('oauth2', '${profile}')
        try { message.execute().getStatusCode() } catch (error) { 0 }`
    )
    return Number(status)
}

/** Refreshes a connection's token by the script include; returns the outcome. */
export function refreshNow(
    instance: { url: string },
    { requestor, profile, table = 'sys_rest_message' }: Connection
): Promise<string> {
    return run(
        instance,
        `var record = new GlideRecord('${table}')
        record.get('${requestor}')
        new x_opfi_openfin.OAuthTokenRefresher().refresh(record, '${profile}').outcome`
    )
}

async function run(instance: { url: string }, script: string): Promise<string> {
    const { result } = await asAdmin<{ result: string }>(instance, 'POST', '/local/script', {
        scope: 'global',
        script,
    })
    return result
}
