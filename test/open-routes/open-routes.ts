import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { setProperty as setPropertyOf } from '../support/set-property'
import { sendRaw, type RawAnswer, type RawRequest } from '../support/raw-http'
import { startRecordingServer, type RecordingServer } from '../support/recording-server'

/** Path of the integration API. */
export const API = '/api/x_opfi_openfin/v1/integration'
export const FORM: [string, string] = ['Content-Type', 'application/x-www-form-urlencoded']
export const CLIENT = OPENFIN_CLIENT_ID
const VERIFIER = 'v'.repeat(43)

/** Valid request bodies of the open routes, by grant or action. */
export const HONEST = {
    exchange: {
        route: 'request_tokens',
        form: `grant_type=authorization_code&client_id=${CLIENT}&code=a-code&code_verifier=${VERIFIER}&redirect_uri=https://x.example/oauth_redirect.do`,
        forwarded: {
            grant_type: 'authorization_code',
            client_id: CLIENT,
            code: 'a-code',
            code_verifier: VERIFIER,
            redirect_uri: 'https://x.example/oauth_redirect.do',
        },
    },
    renewal: {
        route: 'request_tokens',
        form: `grant_type=refresh_token&client_id=${CLIENT}&refresh_token=a-token`,
        forwarded: { grant_type: 'refresh_token', client_id: CLIENT, refresh_token: 'a-token' },
    },
    revocation: {
        route: 'revoke_token',
        form: `client_id=${CLIENT}&token=a-token&token_type_hint=access_token`,
        forwarded: { client_id: CLIENT, token: 'a-token', token_type_hint: 'access_token' },
    },
} as const

/** The deployed app, with a recording server in place of the instance's own OAuth endpoints. */
export interface RecordedInstance extends DeployedInstance {
    readonly upstream: RecordingServer
    /** Sends a raw request. */
    send(request: RawRequest): Promise<RawAnswer>
    /** Posts a form to a route, `request_tokens` or `revoke_token`. */
    post(route: string, form: string | Buffer, more?: Partial<RawRequest>): Promise<RawAnswer>
    setProperty(name: string, value: string): Promise<void>
}

/**
 * Starts the deployed app with `glide.servlet.uri` set to a recording server, since the app derives its only
 * target from it, and with limits high enough not to interfere.
 */
export async function startRecorded(): Promise<RecordedInstance> {
    const instance = await startDeployed()
    const upstream = await startRecordingServer()
    const send = (request: RawRequest) => sendRaw(instance.url, request)
    const setProperty = (name: string, value: string) => setPropertyOf(instance, name, value)
    await setProperty('glide.servlet.uri', `${upstream.url}/`)
    await setProperty('x_opfi_openfin.integration.requests_per_minute', '100000')
    await setProperty('x_opfi_openfin.integration.refusals_per_minute', '100000')
    await setProperty('x_opfi_openfin.integration.failures_before_event', '100000')
    return {
        ...instance,
        upstream,
        send,
        setProperty,
        post: (route, form, more = {}) =>
            send({ target: `${API}/${route}`, headers: [FORM], body: form, ...more }),
        async close() {
            await upstream.close()
            await instance.close()
        },
    }
}
