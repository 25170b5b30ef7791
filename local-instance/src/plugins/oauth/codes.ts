import { toGlideDateTime, type Clock } from '../../core/clock'
import type { Row, Store } from '../../core/store/types'
import type { Client } from './clients'
import { CODES } from './credential-tables'
import { tokenCipher } from './token-cipher'
import { newToken, tokenHash, type TokenAnswer } from './tokens'

/** The request that a code is bound to. */
export interface CodeBinding {
    client: Client
    user: string
    /** Requested redirect URI, resolved; the exchange must repeat it. */
    redirectUri: string
    /** S256 challenge; empty if the client sent none. */
    codeChallenge: string
}

/** Single-use authorization codes. */
export interface Codes {
    /**
     * Issues a code for this request. While an earlier code of the same user, client and redirect URI is
     * valid and not yet exchanged, the platform returns that one again, still bound to its own challenge and
     * expiry (jsn#61).
     */
    issue(binding: CodeBinding): string
    /** The valid, not yet exchanged code of a client. */
    find(code: string, client: Client): Row | undefined
    /** A code that this client has already exchanged, while its record is kept. */
    exchanged(code: string, client: Client): Row | undefined
    /**
     * Marks it as exchanged for these tokens.
     *
     * @param remember keep the record as long as the tokens are valid, not only until the code expires
     */
    spend(code: Row, tokens: TokenAnswer, remember: boolean): void
}

export function createCodes(store: Store, clock: Clock): Codes {
    const now = () => toGlideDateTime(clock.now())

    function earlier({ client, user, redirectUri }: CodeBinding): string | null {
        const rows = store.query(CODES, {
            query: `peer=${client.sysId}^user=${user}^exchanged=false^expires>${now()}^ORDERBYexpires`,
        })
        const row = rows.find((one) => one['redirect_uri'] === redirectUri)
        return tokenCipher(store).decrypt(row?.['code'])
    }

    return {
        issue(binding) {
            return store.transaction(() => {
                store.deleteMultiple(CODES, `keep_until<=${now()}`)
                const again = earlier(binding)
                if (again !== null) return again
                const code = newToken()
                const expires = toGlideDateTime(clock.now() + binding.client.authCodeLifespan * 1000)
                store.insert(CODES, {
                    code_hash: tokenHash(code),
                    code: tokenCipher(store).encrypt(code),
                    peer: binding.client.sysId,
                    user: binding.user,
                    redirect_uri: binding.redirectUri,
                    code_challenge: binding.codeChallenge,
                    expires,
                    keep_until: expires,
                })
                return code
            })
        },
        find(code, client) {
            const query = `code_hash=${tokenHash(code)}^peer=${client.sysId}^exchanged=false^expires>${now()}`
            return store.first(CODES, query)
        },
        exchanged(code, client) {
            const query = `code_hash=${tokenHash(code)}^peer=${client.sysId}^exchanged=true`
            return store.first(CODES, query)
        },
        spend(code, { accessToken, refreshToken }, remember) {
            const end = Math.max(accessToken.expires, refreshToken?.expires ?? 0)
            store.update(CODES, code['sys_id'] ?? '', {
                exchanged: '1',
                access_token: accessToken.credential['sys_id'] ?? null,
                refresh_token: refreshToken?.credential['sys_id'] ?? null,
                ...(remember && { keep_until: toGlideDateTime(end) }),
            })
        },
    }
}
