import { randomBytes } from 'node:crypto'
import { readJson } from '../json'
import { sessionExpired } from './failures'
import type { Settings } from './settings'
import type { IssuedTokens } from './token-endpoint'

/**
 * The tokens of one user, and the sign-ins that use them. A second sign-in of the same user and client
 * receives the same tokens while they are valid (ServiceNow documentation, r_OAuthAPIRequestParameters). With a copy per sign-in
 * they would be renewed twice, and revoked while another sign-in uses them.
 */
export interface Grant {
    accessToken: string
    /** Absent if the instance issued none. */
    refreshToken?: string
    /** Milliseconds since 1970; absent if unknown: only a 401 then shows the expiry. */
    expiresAt?: number
    /** Time of the early renewal in milliseconds since 1970; absent if there is none. */
    renewAt?: number
    /** Names of the sign-ins in the store, oldest first. */
    sessions: string[]
}

/** Maximum lead time of an early renewal in milliseconds; a tenth of the lifetime if that is shorter. */
const RENEW_AHEAD_MS = 60_000

/**
 * Maximum number of concurrent sign-ins of one user. Beyond it, the oldest one ends, since some users never
 * sign out.
 */
export const MAX_SESSIONS = 100

/** Sign-ins and their tokens, in the store. */
export interface Grants {
    /**
     * Adds a sign-in of a user and returns its key. The caller must hold the lock of {@link nameOf}.
     *
     * @param userId any string that identifies the user
     */
    add(userId: string, tokens: IssuedTokens): Promise<string>
    /** Name of a user's grant, for the lock. */
    nameOf(userId: string): string
    /** Name of the grant of a key. @throws AuthTokenExpiredError */
    find(key: string): Promise<string>
    /** The grant of a key. @throws AuthTokenExpiredError if there is none */
    current(key: string): Promise<{ name: string; grant: Grant }>
    read(name: string): Promise<Grant | undefined>
    write(name: string, grant: Grant): Promise<void>
    /** Ends all sign-ins of a grant. */
    end(name: string, grant: Grant): Promise<void>
    /** Ends one sign-in at once. Returns the name of its grant, which still lists it. */
    forget(key: string): Promise<string | undefined>
    /**
     * Removes an ended sign-in from its grant. Returns the grant if it was the last one. The caller must hold
     * the lock.
     */
    leave(name: string, key: string): Promise<Grant | undefined>
}

/**
 * Tokens as they are stored. A renewal keeps the previous refresh token if the new one is missing or
 * malformed.
 */
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
    // If the instance returns the same token again, an early renewal would run at every call.
    if (accessToken === before.accessToken) return grant
    grant.renewAt = grant.expiresAt - Math.min(RENEW_AHEAD_MS, expiresIn * 100)
    return grant
}

export function createGrants({ store, now, nameOf }: Settings): Grants {
    const read = async (name: string) => {
        const grant = readJson(await store.get(name)) as Partial<Grant>
        // A damaged value is no sign-in; an error of JSON.parse would quote the tokens.
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
            // Written last: the tokens are unused without the grant.
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
