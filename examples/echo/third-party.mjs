// @ts-check
/**
 * An authorization server of a third party that rotates refresh tokens, in a process of its own, so that its clock can be
 * moved independently. Takes its settings as JSON in the first argument, prints `ready <issuer>`, and takes
 * commands as lines of JSON, {"advance_s": 86400}, each answered with its time in ms.
 */
import { createInterface } from 'node:readline'
import { createServer } from 'node:http'

/**
 * @type {{
 *     clientId: string
 *     clientSecret: string
 *     redirectUri: string
 *     accessTokenS: number
 *     refreshTokenS: number
 *     credentialsIn?: 'body' | 'header'
 *     now?: number
 * }}
 */
const settings = JSON.parse(process.argv[2] ?? '{}')

const machineNow = Date.now
let offsetMs = settings.now === undefined ? 0 : settings.now - machineNow()
Date.now = () => machineNow() + offsetMs

// Suppress its warnings about Node versions.
console.warn = () => {}
console.info = () => {}
const { Provider } = await import('oidc-provider')

const server = createServer()
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
const issuer = `http://127.0.0.1:${port}`
const provider = new Provider(issuer, {
    clients: [
        {
            client_id: settings.clientId,
            client_secret: settings.clientSecret,
            redirect_uris: [settings.redirectUri],
            grant_types: ['authorization_code', 'refresh_token'],
            response_types: ['code'],
            token_endpoint_auth_method:
                settings.credentialsIn === 'header' ? 'client_secret_basic' : 'client_secret_post',
        },
    ],
    cookies: { keys: ['a key for a server that lives for minutes'] },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    // Grants outlive the browser session in which consent was given.
    expiresWithSession: () => false,
    features: { introspection: { enabled: true }, revocation: { enabled: true } },
    ttl: {
        AccessToken: settings.accessTokenS,
        RefreshToken: settings.refreshTokenS,
        Grant: 10 * 365 * 86_400,
        Session: 3600,
        Interaction: 3600,
        AuthorizationCode: 60,
        IdToken: 3600,
    },
})
server.on('request', provider.callback())
console.log(`ready ${issuer}`)

for await (const line of createInterface({ input: process.stdin })) {
    const { advance_s: seconds } = JSON.parse(line)
    offsetMs += seconds * 1000
    console.log(Date.now())
}
server.close()
server.closeAllConnections()
