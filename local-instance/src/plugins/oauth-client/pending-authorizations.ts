import { createHash, randomBytes } from 'node:crypto'
import { toGlideDateTime, type Clock } from '../../core/clock'
import type { Store, TableDefinition } from '../../core/store/types'
import { tokenCipher } from '../oauth/token-cipher'

/** Internal table that is hidden from scripts and APIs. */
const PENDING = 'local_oauth_pending'

/** Time limit for the user's consent, in ms. */
const LIFETIME_MS = 600_000

export const PENDING_TABLE: TableDefinition = {
    name: PENDING,
    label: 'Pending consent at a provider',
    hidden: true,
    columns: [
        { name: 'state_hash', type: 'string', maxLength: 64, unique: true },
        { name: 'user', type: 'reference', reference: 'sys_user' },
        { name: 'requestor', type: 'string', maxLength: 32 },
        { name: 'context', type: 'string', maxLength: 255 },
        { name: 'profile', type: 'reference', reference: 'oauth_entity_profile' },
        { name: 'redirect_uri', type: 'string', maxLength: 4000 },
        { name: 'code_verifier', type: 'password2', maxLength: 4000 },
        { name: 'expires', type: 'glide_date_time' },
    ],
    indexes: [{ columns: ['expires'] }],
}

/** Subject of a consent. */
export interface PendingAuthorization {
    user: string
    requestor: string
    context: string
    profile: string
    redirectUri: string
    codeVerifier: string
}

/** Pending consents. Each accepts a single callback, from the user who started it. */
export interface PendingAuthorizations {
    /** Stores a consent and returns its state. */
    begin(authorization: PendingAuthorization): string
    /** Whether an authorization with this state is pending; without consuming it. */
    knows(state: string): boolean
    /**
     * Consumes the authorization of a state; undefined for an unknown, used or expired state and for another
     * user's.
     */
    take(state: string, user: string): PendingAuthorization | undefined
}

export function createPendingAuthorizations(store: Store, clock: Clock): PendingAuthorizations {
    const find = (state: string) =>
        store.first(PENDING, `state_hash=${hash(state)}^expires>${toGlideDateTime(clock.now())}`)
    return {
        begin(authorization) {
            const state = randomBytes(32).toString('base64url')
            store.transaction(() => {
                store.deleteMultiple(PENDING, `expires<=${toGlideDateTime(clock.now())}`)
                store.insert(PENDING, {
                    state_hash: hash(state),
                    user: authorization.user,
                    requestor: authorization.requestor,
                    context: authorization.context,
                    profile: authorization.profile,
                    redirect_uri: authorization.redirectUri,
                    code_verifier: tokenCipher(store).encrypt(authorization.codeVerifier),
                    expires: toGlideDateTime(clock.now() + LIFETIME_MS),
                })
            })
            return state
        },
        knows: (state) => find(state) !== undefined,
        take(state, user) {
            return store.transaction(() => {
                const row = find(state)
                if (!row || row['user'] !== user) return undefined
                store.delete(PENDING, row['sys_id'] ?? '')
                return {
                    user,
                    requestor: row['requestor'] ?? '',
                    context: row['context'] ?? '',
                    profile: row['profile'] ?? '',
                    redirectUri: row['redirect_uri'] ?? '',
                    codeVerifier: tokenCipher(store).decrypt(row['code_verifier']) ?? '',
                }
            })
        },
    }
}

function hash(state: string): string {
    return createHash('sha256').update(state).digest('hex')
}
