import { fromGlideDateTime, toGlideDateTime, type Clock } from '../../core/clock'
import type { Row, Store } from '../../core/store/types'
import { ACCESS_TOKEN_LIFESPAN, REFRESH_TOKEN_LIFESPAN } from '../oauth/entity-tables'
import { tokenCipher } from '../oauth/token-cipher'
import type { Provider } from './providers'

/** Tokens of a requestor and profile; missing ones are null. */
export interface OAuthTokenView {
    accessToken: string | null
    /** Expiry of the access token, ms since 1970. */
    accessTokenExpires: number | null
    refreshToken: string | null
    /** Expiry of the refresh token, ms since 1970. */
    refreshTokenExpires: number | null
    scope: string
    accessTokenSysId: string
    refreshTokenSysId: string
}

/**
 * Owner of received tokens: the requestor's sys_id and the profile they were obtained with (DOCS
 * c_GlideOAuthClientRequest).
 */
export interface Requestor {
    requestor: string
    profile: string
}

/** A provider's response to a token request. */
export interface Received extends Requestor {
    provider: Provider
    grantType: string
    /**
     * sys_id of the user who gave the consent; omitted for requests without user interaction, which keep the
     * stored user.
     */
    user?: string
    /** Members of the response, after the OAuth API Script. */
    parameters: Record<string, string>
}

/**
 * Tokens that this instance holds as a client (`oauth_credential`, with the token encrypted in
 * `token_received`).
 */
export interface ReceivedTokens {
    find(requestor: Requestor): OAuthTokenView | undefined
    store(received: Received): OAuthTokenView | undefined
    /** Expires these tokens now, as revoked. */
    forget(provider: Provider, tokens: string[]): void
}

export function createReceivedTokens(store: Store, clock: Clock): ReceivedTokens {
    const cipher = tokenCipher(store)
    const inSeconds = (seconds: number) => toGlideDateTime(clock.now() + seconds * 1000)

    const holderOf = ({ requestor, profile }: Requestor): Row | undefined =>
        isPlain(requestor) && isPlain(profile)
            ? store.first(
                  'oauth_requestor_profile',
                  `requestor_id=${requestor}^oauth_entity_profile=${profile}`
              )
            : undefined
    const credential = (holder: Row, type: string): Row | undefined =>
        store.first(
            'oauth_credential',
            `oauth_requestor_profile=${holder['sys_id']}^type=${type}^ORDERBYDESCexpires`
        )

    function view(holder: Row | undefined): OAuthTokenView | undefined {
        const access = holder && credential(holder, 'access_token')
        const refresh = holder && credential(holder, 'refresh_token')
        if (!access && !refresh) return undefined
        return {
            accessToken: cipher.decrypt(access?.['token_received']),
            accessTokenExpires: endOf(access),
            refreshToken: cipher.decrypt(refresh?.['token_received']),
            refreshTokenExpires: endOf(refresh),
            scope: access?.['scopes'] ?? '',
            accessTokenSysId: access?.['sys_id'] ?? '',
            refreshTokenSysId: refresh?.['sys_id'] ?? '',
        }
    }

    function put(
        holder: Row,
        type: string,
        { provider, grantType, parameters, user }: Received,
        seconds: number
    ) {
        const values = {
            type,
            peer: provider.entity['sys_id'] ?? null,
            token_received: cipher.encrypt(parameters[type] ?? ''),
            expires: inSeconds(seconds),
            scopes: parameters['scope'] ?? provider.scopes.join(' '),
            client_id: provider.entity['client_id'] ?? null,
            grant_type: grantType,
            oauth_requestor_profile: holder['sys_id'] ?? null,
            ...(user && { user }),
        }
        const row = credential(holder, type)
        if (row) store.update('oauth_credential', row['sys_id'] ?? '', values)
        else store.insert('oauth_credential', values)
    }

    /** Whether a returned refresh token sets a new expiry (KB2132135, PRB1768642). */
    function extendsExpiry(holder: Row, { provider, grantType, parameters }: Received): boolean {
        if (grantType !== 'refresh_token') return true
        const isXanadu = /^xanadu/i.test(store.first('sys_cluster_state', '')?.['build_name'] ?? '')
        if (isXanadu || provider.entity['extend_refresh_token_expiry'] === '1') return true
        const stored = cipher.decrypt(credential(holder, 'refresh_token')?.['token_received'])
        return stored !== parameters['refresh_token']
    }

    return {
        find: (requestor) => view(holderOf(requestor)),
        store(received) {
            const { requestor, profile, provider, parameters } = received
            if (!isPlain(requestor) || !isPlain(profile)) return undefined
            const { entity } = provider
            return store.transaction(() => {
                const holder =
                    holderOf(received) ??
                    store.insert('oauth_requestor_profile', {
                        requestor_id: requestor,
                        oauth_entity_profile: profile,
                    })
                put(
                    holder,
                    'access_token',
                    received,
                    seconds(parameters['expires_in'], entity['access_token_lifespan'], ACCESS_TOKEN_LIFESPAN)
                )
                if (parameters['refresh_token'] && extendsExpiry(holder, received)) {
                    const given = parameters['refresh_token_expires_in']
                    put(
                        holder,
                        'refresh_token',
                        received,
                        seconds(given, entity['refresh_token_lifespan'], REFRESH_TOKEN_LIFESPAN)
                    )
                }
                return view(holder)
            })
        },
        forget(provider, tokens) {
            const rows = store.query('oauth_credential', {
                query: `peer=${provider.entity['sys_id']}^oauth_requestor_profileISNOTEMPTY`,
            })
            for (const row of rows) {
                if (!tokens.includes(cipher.decrypt(row['token_received']) ?? '')) continue
                store.update('oauth_credential', row['sys_id'] ?? '', { expires: inSeconds(0) })
            }
        },
    }
}

/** The first value that is a positive number of seconds. */
function seconds(...candidates: (string | number | null | undefined)[]): number {
    const found = candidates.map(Number).find((value) => Number.isFinite(value) && value > 0) ?? 0
    return Math.min(Math.floor(found), MAX_SECONDS)
}

/** A hundred years; caps a provider's number, so that the time can be stored. */
const MAX_SECONDS = 3_155_760_000

function endOf(row: Row | undefined): number | null {
    return row?.['expires'] ? fromGlideDateTime(row['expires']) : null
}

/** Requestors and profiles are named by sys_id; anything else is rejected before it reaches a query. */
function isPlain(text: string): boolean {
    return /^\w{1,32}$/.test(text)
}
