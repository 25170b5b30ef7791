import { createHash, randomBytes } from 'node:crypto'
import { fromGlideDateTime, toGlideDateTime, type Clock } from '../../core/clock'
import type { Row, Store } from '../../core/store/types'
import type { AccessJwts } from './access-jwt'
import type { Client } from './clients'
import { TOKEN_INDEX } from './credential-tables'
import { tokenCipher } from './token-cipher'

export type TokenType = 'access_token' | 'refresh_token'

/** A valid token. */
export interface LiveToken {
    text: string
    /** ms since 1970. */
    expires: number
    credential: Row
}

/** The tokens that a granted request returns. */
export interface TokenAnswer {
    accessToken: LiveToken
    refreshToken?: LiveToken
}

/** The user, client and scopes that a token is issued for. */
export interface TokenHolder {
    client: Client
    /** sys_id in sys_user. */
    user: string
    grantType: string
    /** The refresh token of a renewal. */
    renewedBy?: LiveToken
}

/** The tokens that this instance issues (`oauth_credential`). */
export interface Tokens {
    /** Issues a token that is valid for the given number of seconds. */
    issue(type: TokenType, holder: TokenHolder, lifespan: number): LiveToken
    /** The valid token of a user and client that expires last. */
    current(type: TokenType, holder: Pick<TokenHolder, 'client' | 'user'>): LiveToken | undefined
    /** The valid token with this text. */
    find(text: string, type?: TokenType): LiveToken | undefined
    /** Sets the expiry of a token to the given number of seconds from now. */
    extend(token: LiveToken, lifespan: number): void
    /** Revokes a token; for a refresh token, also all refresh tokens of its user and client. */
    revoke(token: LiveToken): void
    /** Revokes the tokens issued for a code and those renewed from them (RFC 6749 §4.1.2). */
    revokeIssued(code: Row): void
}

/** 64 random bytes: 86 URL-safe characters, like the platform's tokens and codes (KB0964444). */
export function newToken(): string {
    return randomBytes(64).toString('base64url')
}

/** The hash by which a token or code is looked up; it does not reveal the token. */
export function tokenHash(text: string): string {
    return createHash('sha256').update(text).digest('hex')
}

export function createTokens(store: Store, clock: Clock, jwts: AccessJwts): Tokens {
    const now = () => toGlideDateTime(clock.now())
    const inSeconds = (seconds: number) => toGlideDateTime(clock.now() + seconds * 1000)

    /** A token is expired from the second of its expiry time on. */
    function live(credential: Row | undefined, text: string): LiveToken | undefined {
        const expires = fromGlideDateTime(credential?.['expires'] ?? '')
        return credential && expires > clock.now() ? { text, expires, credential } : undefined
    }

    return {
        issue(type, { client, user, grantType, renewedBy }, lifespan) {
            const expires = clock.now() + lifespan * 1000
            const isJwt = type === 'access_token' && client.issuesJwts
            const text = isJwt ? jwts.issue({ client, user, expires }) : newToken()
            const credential = store.insert('oauth_credential', {
                type,
                peer: client.sysId,
                user,
                client_id: client.clientId,
                grant_type: grantType,
                scopes: 'useraccount',
                token_issued: tokenCipher(store).encrypt(text),
                expires: inSeconds(lifespan),
                last_access: now(),
            })
            store.insert(TOKEN_INDEX, {
                token_hash: tokenHash(text),
                credential: credential['sys_id'] ?? null,
                renewed_by: renewedBy?.credential['sys_id'] ?? null,
            })
            return { text, expires: fromGlideDateTime(credential['expires'] ?? ''), credential }
        },
        current(type, { client, user }) {
            const query = `peer=${client.sysId}^user=${user}^type=${type}^expires>${now()}`
            const credential = store.first(
                'oauth_credential',
                `${query}^oauth_requestor_profileISEMPTY^ORDERBYDESCexpires`
            )
            const text = tokenCipher(store).decrypt(credential?.['token_issued'])
            return text === null ? undefined : live(credential, text)
        },
        find(text, type) {
            const entry = store.first(TOKEN_INDEX, `token_hash=${tokenHash(text)}`)
            const credential = entry && store.get('oauth_credential', entry['credential'] ?? '')
            return !type || credential?.['type'] === type ? live(credential, text) : undefined
        },
        extend(token, lifespan) {
            const expires = inSeconds(lifespan)
            store.update('oauth_credential', token.credential['sys_id'] ?? '', {
                expires,
                last_access: now(),
            })
            token.expires = fromGlideDateTime(expires)
        },
        revoke({ credential }) {
            if (credential['type'] === 'refresh_token') {
                const query = `peer=${credential['peer']}^user=${credential['user']}^type=refresh_token`
                store.updateMultiple('oauth_credential', `${query}^expires>${now()}`, { expires: now() })
            } else {
                store.update('oauth_credential', credential['sys_id'] ?? '', { expires: now() })
            }
        },
        revokeIssued(code) {
            const refreshToken = code['refresh_token']
            const renewed = refreshToken
                ? store.query(TOKEN_INDEX, { query: `renewed_by=${refreshToken}` })
                : []
            for (const id of [
                code['access_token'],
                refreshToken,
                ...renewed.map((entry) => entry['credential']),
            ]) {
                const expires = id && store.get('oauth_credential', id)?.['expires']
                if (expires && expires > now()) store.update('oauth_credential', id, { expires: now() })
            }
        },
    }
}
