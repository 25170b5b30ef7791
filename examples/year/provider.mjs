// @ts-check
/**
 * The authorization server of the simulated year: rotates refresh tokens and revokes a grant whose old token comes back,
 * in a process of its own with a clock that stands still until it is moved. Takes its settings as JSON in the first
 * argument, prints `ready <issuer>`, and takes commands as lines of JSON, each answered with a line of JSON:
 * {"now": ms} sets its clock, {"revoke": "<client id>"} ends what that client was allowed, {"living": true} tells the
 * refresh tokens that it would take, by client, each as SHA-256.
 */
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { createServer } from 'node:http'
import { KeptRecords } from './kept-records.mjs'

/**
 * @type {{
 *     now: number
 *     clients: {
 *         id: string
 *         secret: string
 *         redirectUri: string
 *         accessTokenS: number
 *         refreshTokenS: number | null
 *         endsWithConsent: boolean
 *     }[]
 * }}
 */
const settings = JSON.parse(process.argv[2] ?? '{}')
const byId = new Map(settings.clients.map((client) => [client.id, client]))

let now = settings.now
Date.now = () => now

// What it says of the versions of Node it likes is not for the reader of a summary.
console.warn = () => {}
console.info = () => {}
const { Provider } = await import('oidc-provider')

const records = new KeptRecords()
const server = createServer()
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
const issuer = `http://127.0.0.1:${port}`
const settingsOf = (/** @type {{ clientId: string }} */ client) => {
    const found = byId.get(client.clientId)
    if (!found) throw new Error('unknown client')
    return found
}
const provider = new Provider(issuer, {
    adapter: (model) => records.adapter(model),
    clients: settings.clients.map(({ id, secret, redirectUri, refreshTokenS }) => ({
        client_id: id,
        client_secret: secret,
        token_endpoint_auth_method: /** @type {const} */ ('client_secret_post'),
        ...(refreshTokenS === null
            ? { redirect_uris: [], grant_types: ['client_credentials'], response_types: [] }
            : {
                  redirect_uris: [redirectUri],
                  grant_types: ['authorization_code', 'refresh_token'],
                  response_types: /** @type {const} */ (['code']),
              }),
    })),
    cookies: { keys: ['a key for a server that lives for minutes'] },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    // Integrations outlive the browser session that they were allowed in.
    expiresWithSession: () => false,
    features: {
        clientCredentials: { enabled: true },
        introspection: { enabled: true },
        revocation: { enabled: true },
    },
    ttl: {
        AccessToken: (_ctx, _token, client) => settingsOf(client).accessTokenS,
        ClientCredentials: (_ctx, _token, client) => settingsOf(client).accessTokenS,
        RefreshToken(ctx, _token, client) {
            const { refreshTokenS, endsWithConsent } = settingsOf(client)
            // A new refresh token may not outlive the one that it replaces, where the consent's end is fixed.
            const rotated = endsWithConsent ? ctx.oidc.entities.RotatedRefreshToken : undefined
            return rotated ? rotated.remainingTTL : (refreshTokenS ?? 0)
        },
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
    const command = JSON.parse(line)
    console.log(JSON.stringify(answer(command)))
}
server.close()
server.closeAllConnections()

/** @param {{ now?: number, revoke?: string, living?: boolean }} command */
function answer(command) {
    if (command.now !== undefined) {
        now = command.now
        records.forgetEnded()
    }
    if (command.revoke !== undefined) return { revoked: records.revoke(command.revoke) }
    if (command.living) {
        return {
            living: records
                .living('RefreshToken')
                .map(({ clientId, jti }) => ({ client: clientId, token: sha256(jti ?? '') })),
        }
    }
    return { now }
}

/** @param {string} text */
function sha256(text) {
    return createHash('sha256').update(text).digest('hex')
}
