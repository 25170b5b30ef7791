import { ParameterError } from './errors'
import { checkLimits, need } from './limits'
import { isSecure } from './loopback'
import { chooseNavigator } from './navigator/choose'
import { RESERVED_PARAMETERS } from './oauth-routes'
import type { ConnectOptions, ConnectSettings } from './types/connect-options'

const SECURE = 'https, or http on a loopback host'

const isRecord = (value: unknown): value is Record<string, unknown> =>
    Object(value) === value && !Array.isArray(value)

/**
 * Parses a string, a URL or a TrustedScriptURL as a URL.
 * @param base base URL; undefined outside a page (server-side rendering), where the value must be absolute
 */
function parse(value: unknown, base?: string): URL | undefined {
    try {
        if ((typeof value === 'string' && value) || (value as URL).toJSON)
            return new URL(value as string, base)
    } catch {
        // Invalid URL; the caller reports it.
    }
    return undefined
}

/** Parses a URL relative to the page. */
const parseHere = (value: unknown) => parse(value, globalThis.document?.baseURI)

function oneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
    const one = (value === undefined ? allowed[0] : value) as T
    need(allowed.includes(one), name, allowed.join(' or '))
    return one
}

/**
 * Validates, completes and normalizes the options of `connect`, before anything else happens.
 *
 * @throws ParameterError `invalid_parameter`, or `callback_url_missing` in a browser without `callbackUrl`
 * @throws InitializationError if OpenFin's API is present but fails
 */
export function checkOptions(options: ConnectOptions): ConnectSettings {
    const { clientId, scope = [], authFlowParams = {}, authWindowOptions = {} } = options
    const { timeoutMs = 300_000, onSessionExpired } = options
    const instance = parse(options.instanceUrl)
    need(
        instance && instance.href === `${instance.origin}/` && isSecure(instance),
        'instanceUrl',
        `${SECURE}, without path, query or user`
    )
    need(typeof clientId === 'string' && clientId.trim(), 'clientId', 'a non-empty string')
    need(
        // RFC 6749, section 3.3.
        Array.isArray(scope) && scope.every((one) => typeof one === 'string' && /^[!#-[\]-~]+$/.test(one)),
        'scope',
        'an array of OAuth scopes'
    )
    need(
        isRecord(authFlowParams) &&
            Object.entries(authFlowParams).every(
                ([key, value]) => typeof value === 'string' && !RESERVED_PARAMETERS.test(key)
            ),
        'authFlowParams',
        'strings, without parameters that the sign-in sets'
    )
    need(isRecord(authWindowOptions), 'authWindowOptions', 'an object')
    checkLimits(options)
    need(
        onSessionExpired === undefined || typeof onSessionExpired === 'function',
        'onSessionExpired',
        'a function'
    )
    const share = oneOf('share', options.share, ['window', 'origin'])
    const tokenRoute = oneOf('tokenRoute', options.tokenRoute, ['auto', 'proxy', 'direct'])
    const revoke = oneOf('revoke', options.revoke, ['last', 'always', 'never'])
    const workerUrl = parseHere(options.workerUrl)
    need(workerUrl || options.workerUrl === undefined, 'workerUrl', 'a URL')
    const navigator = chooseNavigator(oneOf('navigator', options.navigator, ['auto', 'openfin', 'browser']))
    return {
        ...options,
        instanceUrl: instance.origin,
        scope,
        authFlowParams,
        authWindowOptions,
        navigator,
        redirectUri:
            navigator === 'openfin'
                ? `${instance.origin}/oauth_redirect.do`
                : checkCallbackUrl(options.callbackUrl),
        share,
        tokenRoute,
        revoke,
        timeoutMs,
        // Trusted Types require the original object.
        workerUrl: typeof options.workerUrl === 'string' ? workerUrl?.href : options.workerUrl,
    }
}

function checkCallbackUrl(value: unknown): string {
    if (value === undefined) {
        throw new ParameterError('callbackUrl is required: use connect(options)', {
            code: 'callback_url_missing',
        })
    }
    const { location: page, origin = page?.origin } = globalThis
    const url = parseHere(value)
    need(!page || !url || (isSecure(page) && isSecure(url)), 'callbackUrl', `${SECURE}, like the page`)
    // Only the page's own origin can be trusted as the sender of a message, and shares its BroadcastChannel.
    need(
        url && url.origin === origin && !url.hash,
        'callbackUrl',
        `on the page's origin ${origin}, without a fragment`
    )
    return url.href
}

/**
 * Converts the arguments of `connect`, in either form, to an options object. The positional form is as
 * lenient as that of `@openfin/servicenow`: only the origin of the URL counts, null means omitted, parameters
 * are converted to strings, and an item of `scope` may hold several scopes.
 */
export function toOptions(args: unknown[]): ConnectOptions {
    const [first, clientId, scope, authFlowParams, authWindowOptions] = args
    if (isRecord(first)) return first as unknown as ConnectOptions
    const instanceUrl = parse(first)
    if (instanceUrl) instanceUrl.pathname = instanceUrl.search = instanceUrl.hash = ''
    return {
        instanceUrl,
        clientId,
        scope: Array.isArray(scope) ? (scope.join(' ').match(/\S+/g) ?? []) : scope,
        authFlowParams: Object.fromEntries(new URLSearchParams((authFlowParams ?? {}) as never)),
        authWindowOptions: authWindowOptions ?? {},
    } as never
}
