import { ParameterError } from '../errors'
import { RESERVED_PARAMETERS } from '../oauth-routes'
import { checkRequest } from './checked-request'
import { signInRefused } from './failures'
import { createGrants, type Grant } from './grants'
import { createLocks } from './locks'
import { createPendingSignIns } from './pending-sign-ins'
import { createRenewal } from './renewal'
import { discard, send, unlessAborted, type Sending } from './send'
import { checkOptions, type ServiceNowAuthOptions } from './settings'
import { createTokenEndpoint } from './token-endpoint'
import type { AuthorizationUrlOptions, ServiceNowAuth } from './service-now-auth'
import { fetchUser } from './user'

/**
 * The authorization code flow with PKCE on a server (RFC 6749 §4.1, RFC 7636), for public and confidential
 * clients.
 *
 * @throws ParameterError `invalid_parameter`
 */
export function createServiceNowAuth(options: ServiceNowAuthOptions): ServiceNowAuth {
    const settings = checkOptions(options)
    const { instanceUrl, redirectUri } = settings
    const pendingSignIns = createPendingSignIns(settings)
    const grants = createGrants(settings)
    const endpoint = createTokenEndpoint(settings)
    const runLocked = createLocks()
    const renewal = createRenewal({ settings, grants, endpoint, runLocked })

    return {
        async authorizationUrl(options = {}) {
            const parameters = authorizationParameters(options)
            return endpoint.authorizationUrl({ ...(await pendingSignIns.begin()), parameters })
        },

        async handleCallback(url, options) {
            const callback = URL.canParse(String(url), redirectUri)
                ? new URL(String(url), redirectUri).searchParams
                : new URLSearchParams()
            const [state, ...more] = callback.getAll('state')
            const isSameBrowser = !options || [options.state].flat().includes(state)
            const pending =
                state && !more.length && isSameBrowser ? await pendingSignIns.take(state) : undefined
            if (!pending) {
                throw signInRefused(
                    'state_mismatch',
                    'The sign-in is unknown, was already completed, has expired, or was started in another browser.'
                )
            }
            const tokens = await endpoint.exchange(callback, pending.state, pending.verifier)
            const user = await fetchUser(tokens.accessToken, settings)
            const holder = user?.sys_id ?? `token ${tokens.refreshToken ?? tokens.accessToken}`
            const name = grants.nameOf(holder)
            try {
                return { key: await runLocked(name, () => grants.add(holder, tokens)), user }
            } catch (error) {
                // The store failed. The tokens are then unused, unless an earlier sign-in of the user has
                // them.
                const isUsed = await grants.read(name).catch(() => true)
                if (!isUsed) await endpoint.revoke(tokens).catch(() => undefined)
                throw error
            }
        },

        async fetch(key, path, init) {
            const { url, isRepeatable, init: checked } = checkRequest(instanceUrl, path, init)
            const { signal, headers: given } = checked
            const request: Sending = { settings, what: 'The request', signal }
            const call = async ({ accessToken }: Grant) => {
                const headers = new Headers(given)
                headers.set('authorization', `Bearer ${accessToken}`)
                return send(request, url, { ...checked, headers }).catch((error: unknown) => {
                    throw signal?.aborted ? signal.reason : error
                })
            }
            /** Read again after each wait, because the key may have been revoked meanwhile. */
            const current = async () => (await grants.current(key)).grant
            const { name, grant } = await grants.current(key)
            const fresh = await unlessAborted(signal, renewal.fresh(name, grant))
            const used = fresh === grant ? grant : await current()
            const response = await call(used)
            if (response.status !== 401 || !isRepeatable) return response
            await discard(response)
            await unlessAborted(signal, renewal.renew(name, used.accessToken))
            return call(await current())
        },

        async revoke(key) {
            const name = await grants.forget(key)
            if (!name) return
            const last = await runLocked(name, () => grants.leave(name, key))
            if (last) await endpoint.revoke(last)
        },
    }
}

function authorizationParameters({ scope = [], parameters = {} }: AuthorizationUrlOptions): URLSearchParams {
    if (!Array.isArray(scope) || !scope.every((one) => typeof one === 'string')) {
        throw new ParameterError('scope must be an array of strings.')
    }
    const checked = new URLSearchParams(parameters)
    const own = [...checked.keys()].find((name) => name === 'scope' || RESERVED_PARAMETERS.test(name))
    if (own) throw new ParameterError(`The parameter ${own} is set by the sign-in.`)
    if (scope.length > 0) checked.set('scope', scope.join(' '))
    return checked
}
