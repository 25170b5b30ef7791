import { isKeptOff } from '../src/server/integration-api/allowed-hosts'
import { upstreamAddress } from '../src/server/integration-api/upstream-address'
import { ALLOWED_HOSTS, CORS, SERVLET_URI, type Properties } from './properties'

/** A setting of the instance that prevents, or may prevent, sign-in. The setup does not change it. */
export interface Advice {
    code:
        'servlet_uri_unusable' | 'servlet_uri_differs' | 'host_not_allowed' | 'cors_off' | 'pkce_not_enforced'
    /** The problem and its solution. */
    message: string
}

/** Checks settings of the platform. A missing property has its default, which is fine. */
export function adviceOf(
    properties: Properties,
    { instanceUrl, missing }: { instanceUrl: string; missing: readonly string[] }
): Advice[] {
    const servletUri = properties.get(SERVLET_URI)?.value
    return [
        ...aboutAddress(servletUri, instanceUrl),
        ...aboutHosts(properties.get(ALLOWED_HOSTS)?.value, servletUri || instanceUrl),
        ...(properties.get(CORS)?.value === 'false'
            ? [advice('cors_off', `${CORS} is false: pages of other origins cannot call the instance.`)]
            : []),
        ...(missing.includes('oauth_entity.use_pkce')
            ? [
                  advice(
                      'pkce_not_enforced',
                      'This release has no "PKCE required" setting, so nothing forces an app to use PKCE.'
                  ),
              ]
            : []),
    ]
}

/** Without the property, the platform determines its URL itself. */
function aboutAddress(servletUri: string | undefined, instanceUrl: string): Advice[] {
    if (servletUri === undefined) return []
    const own = upstreamAddress(servletUri, '/oauth_token.do')
    if (!own) {
        return [
            advice(
                'servlet_uri_unusable',
                `${SERVLET_URI} is not an https URL without a path: the open routes return 503 until it is.`
            ),
        ]
    }
    if (new URL(own).origin === instanceUrl) return []
    return [
        advice(
            'servlet_uri_differs',
            `${SERVLET_URI} is ${new URL(own).origin}, but the setup ran for ${instanceUrl}. Apps must use the latter; ` +
                'for apps that use the former too, pass its /oauth_redirect.do as a callback page.'
        ),
    ]
}

function aboutHosts(list: string | undefined, own: string): Advice[] {
    if (!isKeptOff(list, own)) return []
    return [
        advice(
            'host_not_allowed',
            `${ALLOWED_HOSTS} does not include the instance's own host, which the app calls.`
        ),
    ]
}

function advice(code: Advice['code'], message: string): Advice {
    return { code, message }
}
