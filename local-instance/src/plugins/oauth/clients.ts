import { keepAllMetadata } from '../../core/metadata-cache'
import type { Row, Store } from '../../core/store/types'
import { secretsEqual } from '../../core/timing-safe-equal'
import { ACCESS_TOKEN_LIFESPAN, AUTH_CODE_LIFESPAN, REFRESH_TOKEN_LIFESPAN } from './entity-tables'
import { tokenCipher } from './token-cipher'

/** An inbound application registration (`oauth_entity` of type client). */
export interface Client {
    sysId: string
    clientId: string
    name: string
    /** A public client has no secret (RFC 6749 §2.1). */
    isPublic: boolean
    requiresPkce: boolean
    skipsConsent: boolean
    /** Whether its access tokens are JWTs; opaque if the release has no such column. */
    issuesJwts: boolean
    /** Column of `sys_user` that provides the claim `sub` of a JWT. */
    subClaim: string
    /** As registered: comma-separated; relative URIs are allowed. */
    redirectUrls: string[]
    logoUrl: string
    /** sys_id of the OAuth Application User; empty if there is none. */
    user: string
    /** Seconds. */
    accessTokenLifespan: number
    refreshTokenLifespan: number
    authCodeLifespan: number
    /** Whether the text is the client secret; always false for a client without a secret. */
    hasSecret(given: string): boolean
}

/** The registrations of an instance, read again after each change of metadata. */
export interface Clients {
    /** Undefined if there is no such active client. */
    byClientId(clientId: string): Client | undefined
    bySysId(sysId: string): Client | undefined
}

/** Opens the registry; lookups after the first run no statement. */
export function createClients(store: Store): Clients {
    const clients = keepAllMetadata(store, () => {
        const byClientId = new Map<string, Client>()
        const bySysId = new Map<string, Client>()
        for (const row of store.query('oauth_entity', {
            query: 'type=client^active=true^ORDERBYsys_created_on',
        })) {
            const client = toClient(row, store)
            bySysId.set(client.sysId, client)
            if (client.clientId && !byClientId.has(client.clientId)) byClientId.set(client.clientId, client)
        }
        return { byClientId, bySysId }
    })
    return {
        byClientId: (clientId) => clients().byClientId.get(clientId),
        bySysId: (sysId) => clients().bySysId.get(sysId),
    }
}

function toClient(row: Row, store: Store): Client {
    const text = (name: string) => row[name] ?? ''
    const isPublic = row['public_client'] === '1'
    return {
        sysId: text('sys_id'),
        clientId: text('client_id'),
        name: text('name'),
        isPublic,
        // Without PKCE, a public client has no proof of possession at the exchange (DOCS
        // authorization-workflow: required).
        requiresPkce: isPublic || row['use_pkce'] === '1',
        skipsConsent: row['skip_authorize'] === '1',
        issuesJwts: row['token_format'] === 'jwt',
        subClaim: text('sub_claim') || 'sys_id',
        redirectUrls: text('redirect_url')
            .split(',')
            .map((url) => url.trim())
            .filter((url) => url !== ''),
        logoUrl: text('logo_url'),
        user: text('user'),
        accessTokenLifespan: lifespan(row['access_token_lifespan'], ACCESS_TOKEN_LIFESPAN),
        refreshTokenLifespan: lifespan(row['refresh_token_lifespan'], REFRESH_TOKEN_LIFESPAN),
        authCodeLifespan: lifespan(row['auth_code_lifespan'], AUTH_CODE_LIFESPAN),
        hasSecret(given) {
            const secret = tokenCipher(store).decrypt(row['client_secret'])
            return secretsEqual(given, secret ?? '') && !!secret
        },
    }
}

function lifespan(stored: string | null | undefined, otherwise: number): number {
    const value = Number(stored)
    return Number.isFinite(value) && value > 0 ? value : otherwise
}
