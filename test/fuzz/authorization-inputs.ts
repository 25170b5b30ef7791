import fc from 'fast-check'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { anyText, concat, oneOf, weighted } from './words'

/** Marker in sent values that must not become a tag, attribute or header. */
export const MARK = 'zq9x'
const CLIENTS = [OPENFIN_CLIENT_ID, 'asks', 'at-once', 'confidential', 'inactive', 'script', 'nothing']
const ADDRESSES = [
    ...[
        'https://app.example/cb',
        'https://app.example/cb?a=b',
        'app.scheme:/cb',
        '/oauth_redirect.do',
        '/sdk-oauth.do',
    ],
    ...['javascript:alert(1)', 'https://evil.example/', '//evil.example', 'https://app.example/cb#x', ''],
    ...['https://app.example/cb/../evil', 'https://app.example/cb%0d%0aX:1', 'https://app.example/CB'],
]
const markup = oneOf(
    `<${MARK}> "><${MARK}> '${MARK}=1 javascript:${MARK} "onx=${MARK} </title><${MARK}> &lt;${MARK}&gt; \r\nX-${MARK}:1`,
    `" ${MARK}="1`,
    `<script>${MARK}</script>`
)
const value = weighted(
    [3, anyText(20)],
    [2, markup],
    [1, concat(anyText(5), markup, anyText(5))],
    [1, oneOf('x', '')]
)
const mostly = (good: fc.Arbitrary<string>) => weighted([8, good], [1, value])
const pair = fc.oneof(
    fc.tuple(fc.constant('state'), value),
    fc.tuple(
        oneOf('scope sysparm_request sysparm_switch_user state client_id redirect_uri code error'),
        value
    ),
    fc.tuple(anyText(8), value)
)
const authorization = fc
    .tuple(
        mostly(fc.constantFrom(...CLIENTS)),
        mostly(fc.constantFrom(...ADDRESSES)),
        mostly(oneOf('code code code token')),
        mostly(oneOf('', 'x'.repeat(43), 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')),
        mostly(oneOf('S256 S256 plain', '')),
        fc.array(pair, { maxLength: 3 })
    )
    .map(([client, address, type, challenge, method, more]): [string, string][] => [
        ['client_id', client],
        ['redirect_uri', address],
        ['response_type', type],
        ['code_challenge', challenge],
        ['code_challenge_method', method],
        ...more,
    ])
const landing = fc
    .array(fc.tuple(oneOf('code error error_description state sysparm_goto_url sysparm_return'), value), {
        maxLength: 4,
    })
    .map((pairs): [string, string][] => pairs)
/** Values that no form would send. */
const raw = weighted(
    [8, fc.constant('')],
    [
        1,
        oneOf(
            '&state=%ff &state=% &state=a+b &state=%00 &state=%u0041 &%73tate=x &state &state=%c3%28 &=& &client_id=asks'
        ),
    ]
)
/** A request to the endpoint or to a page that it redirects to. */
export const authorizationRequest = fc.oneof(
    {
        weight: 6,
        arbitrary: fc.record({
            path: fc.constant('/oauth_auth.do'),
            pairs: fc.oneof(
                { weight: 9, arbitrary: authorization },
                { weight: 1, arbitrary: fc.array(pair, { maxLength: 120 }) }
            ),
            raw,
            asUser: fc.boolean(),
        }),
    },
    {
        weight: 1,
        arbitrary: fc.record({
            path: oneOf('/oauth_redirect.do /sdk-oauth.do /login.do'),
            pairs: landing,
            raw,
            asUser: fc.constant(false),
        }),
    }
)
