import { randomBytes } from 'node:crypto'
import { readJson } from '../json'
import { sessionExpired } from './failures'
import type { Settings } from './settings'
import type { IssuedTokens } from './token-endpoint'

/**
 * The tokens of one user, and the sign-ins that use them. A second sign-in of the same user and client is
 * given the same tokens while they hold (DOCS r_OAuthAPIRequestParameters), so each sign-in having its own
 * copy would have them renewed twice, and revoked under another one's feet.
 */
export interface Grant {
    accessToken: string
    /** Absent where the instance gave none. */
    refreshToken?: string
    /** Milliseconds since 1970; absent where the instance does not say, so that only a 401 tells. */
    expiresAt?: number
    /** From when on the access token is renewed ahead of its end; absent where it is not. */
    renewAt?: number
    /** Names of the sign-ins in the store, oldest first. */
    sessions: string[]
}

/**
 * The longest time before its end at which an access token is renewed, in milliseconds; a tenth of a shorter
 * life.
 */
const RENEW_AHEAD_MS = 60_000

/**
 * Sign-ins of one user at once; the oldest one ends when there would be more, since some are left without a
 * sign-out.
 */
export const MAX_SESSIONS = 100

/** Sign-ins and their tokens, in the store. */
export interface Grants {
    /**
     * Adds a sign-in of a user (any text that tells users apart) and answers its key. Run it locked by {@link
     * nameOf}.
     */
    add(userId: string, tokens: IssuedTokens): Promise<string>
    /** Name of a user's grant, to lock. */
    nameOf(userId: string): string
    /** Name of the grant of a key. @throws AuthTokenExpiredError */
    find(key: string): Promise<string>
    /** What a key stands for. @throws AuthTokenExpiredError where there is none (any more) */
    current(key: string): Promise<{ name: string; grant: Grant }>
    read(name: string): Promise<Grant | undefined>
    write(name: string, grant: Grant): Promise<void>
    /** Ends all sign-ins of a grant. */
    end(name: string, grant: Grant): Promise<void>
    /** Ends one sign-in at once; answers the name of its grant, whose list still holds it. */
    forget(key: string): Promise<string | undefined>
    /**
     * Takes a forgotten sign-in off its grant; answers the grant where that was the last one. Run it locked.
     */
    leave(name: string, key: string): Promise<Grant | undefined>
}

/** Tokens as they are kept: a renewal keeps the refresh token where none, or a malformed one, came. */
export function toGrant(
    tokens: IssuedTokens,
    before: Pick<Grant, 'sessions'> & Partial<Grant>,
    now: number
): Grant {
    const { accessToken, expiresIn } = tokens
    const refreshToken = tokens.refreshToken ?? before.refreshToken
    const grant: Grant = { accessToken, sessions: before.sessions }
    if (refreshToken !== undefined) grant.refreshToken = refreshToken
    if (expiresIn === undefined) return grant
    grant.expiresAt = now + expiresIn * 1000
    // An instance that answers with the token it has given already would be asked at every call.
    if (accessToken === before.accessToken) return grant
    grant.renewAt = grant.expiresAt - Math.min(RENEW_AHEAD_MS, expiresIn * 100)
    return grant
}

export function createGrants({ store, now, nameOf }: Settings): Grants {
    const read = async (name: string) => {
        const grant = readJson(await store.get(name)) as Partial<Grant>
        // What a store brings back in pieces is nobody's sign-in; an error of JSON.parse would quote the tokens.
        return grant.accessToken && Array.isArray(grant.sessions) ? (grant as Grant) : undefined
    }
    const write = async (name: string, grant: Grant) => {
        await store.set(name, JSON.stringify(grant))
    }
    const grantOf = async (session: string) => (await store.get(session)) || undefined
    const grants: Grants = {
        read,
        write,
        nameOf: (userId) => nameOf('grant', userId),
        async add(userId, tokens) {
            const key = randomBytes(32).toString('base64url')
            const session = nameOf('session', key)
            const name = nameOf('grant', userId)
            const sessions = [...((await read(name))?.sessions ?? []), session]
            for (const oldest of sessions.splice(0, sessions.length - MAX_SESSIONS))
                await store.delete(oldest)
            // The grant comes last: without it, nobody uses the tokens.
            await store.set(session, name)
            await write(name, toGrant(tokens, { sessions }, now()))
            return key
        },
        async find(key) {
            const name = await grantOf(nameOf('session', key))
            if (!name) throw sessionExpired()
            return name
        },
        async current(key) {
            const name = await grants.find(key)
            const grant = await read(name)
            if (grant?.sessions.includes(nameOf('session', key))) return { name, grant }
            await store.delete(nameOf('session', key))
            throw sessionExpired()
        },
        async end(name, grant) {
            await store.delete(name)
            for (const session of grant.sessions) await store.delete(session)
        },
        async forget(key) {
            const session = nameOf('session', key)
            const name = await grantOf(session)
            await store.delete(session)
            return name
        },
        async leave(name, key) {
            const session = nameOf('session', key)
            const grant = await read(name)
            if (!grant?.sessions.includes(session)) return undefined
            const sessions = grant.sessions.filter((one) => one !== session)
            if (sessions.length === 0) {
                await store.delete(name)
                return grant
            }
            await write(name, { ...grant, sessions })
            return undefined
        },
    }
    return grants
}
