import { createConnection } from './connection'
import { AuthorizationError } from './errors'
import { watchLimits } from './limits'
import { log } from './logging'
import { navigatorOf } from './navigator/choose'
import { openInTime } from './navigator/open-in-time'
import { registrationHint } from './navigator/read-callback'
import { startWorker } from './page/start-worker'
import { checkOptions, toOptions } from './parameters'
import type { User } from './protocol'
import type { AuthWindowOptions } from './types/auth-window-options'
import type { AuthFlowParams, ConnectOptions } from './types/connect-options'
import type { ServiceNowConnection } from './types/connection'

/**
 * Signs the user in to an instance. Returns a connection that calls its REST API as that user.
 *
 * @throws ParameterError `invalid_parameter`, `callback_url_missing`, before anything else happens
 * @throws InitializationError `worker_blocked`
 * @throws AuthorizationError `popup_blocked`, `popup_closed`, `state_mismatch`, `malformed_callback`,
 * `timeout`, `network`, or the `error` of the instance, such as `access_denied`
 * @throws the reason of `options.signal`
 */
export function connect(options: ConnectOptions): Promise<ServiceNowConnection>
/**
 * The positional form for OpenFin: `connect` of `@openfin/servicenow`.
 *
 * @param instanceUrl URL of the instance, such as `https://example.service-now.com`; path and query are
 * ignored
 * @param clientId client id of the instance's application registry record
 * @param scope OAuth scopes to request
 * @param authFlowParams further parameters of `/oauth_auth.do`; values are converted to strings
 * @param authWindowOptions OpenFin's options for the sign-in window
 */
export function connect(
    instanceUrl: string,
    clientId: string,
    scope?: string[],
    authFlowParams?: AuthFlowParams | null,
    authWindowOptions?: AuthWindowOptions | null
): Promise<ServiceNowConnection>
export async function connect(...args: unknown[]): Promise<ServiceNowConnection> {
    const settings = checkOptions(toOptions(args))
    const { instanceUrl, redirectUri, scope, authFlowParams, authWindowOptions, timeoutMs } = settings
    const navigator = navigatorOf(settings.navigator)
    const limit = new AbortController()
    const { signal: ended } = limit
    // The probable cause of a timeout while the sign-in window is open.
    let hint = ''
    const unwatch = watchLimits(
        settings,
        (reason) => limit.abort(reason),
        () => new AuthorizationError(`No sign-in within ${timeoutMs} ms${hint}`, { code: 'timeout' })
    )
    let opening, link
    try {
        // With a shared session, this window may not need a sign-in.
        opening = openInTime(() => navigator.prepare(authWindowOptions), settings.share === 'window')
        const started = await startWorker(settings, settings.onSessionExpired, ended)
        link = started.link
        let { user } = started.initReply
        if (!user) {
            const begun = await link.call({ type: 'begin', scope, params: authFlowParams }, { signal: ended })
            user = begun.user
            if (begun.url && begun.state) {
                const { url, state } = begun
                const prepared = await opening.needed()
                hint = `. ${registrationHint(redirectUri)}`
                const { code } = await prepared.authorize({
                    url,
                    state,
                    redirectUri,
                    signal: ended,
                })
                hint = ''
                user = (await link.call({ type: 'finish', state, code }, { signal: ended })).user
            }
        }
        log('info', `connected to ${instanceUrl}`)
        const [address] = args
        return createConnection(
            link,
            user as User,
            settings,
            typeof address === 'string' ? address : undefined
        )
    } catch (error) {
        log('error', `could not connect to ${instanceUrl}`, error)
        void link?.leave(settings.revoke)
        throw error
    } finally {
        opening?.close()
        // Ends pending calls to a worker that never started.
        limit.abort()
        unwatch()
    }
}
