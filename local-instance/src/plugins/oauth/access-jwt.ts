import {
    createPrivateKey,
    createPublicKey,
    generateKeyPairSync,
    randomUUID,
    sign,
    type KeyObject,
} from 'node:crypto'
import type { Host } from '../../core/plugin'
import type { Client } from './clients'
import { SIGNING_KEYS } from './credential-tables'
import { tokenCipher } from './token-cipher'

/**
 * Maximum length of an issued JWT in characters. The platform's length is not documented; its claims and an
 * RS256 signature make 600 to 1,200. A padding claim makes each JWT longer than that, so no code can rely on
 * less.
 */
const LENGTH = 1500

/** Access tokens as JWTs (DOCS t_CreateEndpointforExternalClients, `token_format`). */
export interface AccessJwts {
    /** A signed token for a user, valid until a time (ms since 1970). */
    issue(holder: { client: Client; user: string; expires: number }): string
    /** The public keys, as `GET /api/now/oauth/jwks` returns them (RFC 7517 §5). */
    keySet(): { keys: object[] }
}

export function createAccessJwts({ store, clock, url }: Pick<Host, 'store' | 'clock' | 'url'>): AccessJwts {
    /** The instance's key pair, generated on first use. */
    function signingKey(): { kid: string; key: KeyObject } {
        const [row] = store.query(SIGNING_KEYS, { limit: 1 })
        const pem = tokenCipher(store).decrypt(row?.['value'])
        if (row && pem !== null) return { kid: row['sys_id'] ?? '', key: createPrivateKey(pem) }
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
        const text = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
        const made = store.insert(SIGNING_KEYS, { value: tokenCipher(store).encrypt(text) })
        return { kid: made['sys_id'] ?? '', key: privateKey }
    }

    return {
        issue({ client, user, expires }) {
            const { kid, key } = signingKey()
            const claims = {
                iss: url(),
                sub: store.get('sys_user', user)?.[client.subClaim] ?? user,
                aud: client.clientId,
                client_id: client.clientId,
                jti: randomUUID(),
                iat: Math.floor(clock.now() / 1000),
                exp: Math.floor(expires / 1000),
            }
            const token = (padding: number) => {
                const payload = { ...claims, filler: 'x'.repeat(Math.max(0, padding)) }
                const head = `${encode({ alg: 'RS256', typ: 'JWT', kid })}.${encode(payload)}`
                return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`
            }
            // Base64 encodes three bytes as four characters.
            return token(Math.floor(((LENGTH - token(0).length) * 3) / 4))
        },
        keySet() {
            const { kid, key } = signingKey()
            const jwk = createPublicKey(key).export({ format: 'jwk' })
            return { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] }
        },
    }
}

function encode(value: object): string {
    return Buffer.from(JSON.stringify(value)).toString('base64url')
}
