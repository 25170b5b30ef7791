import type { Store } from '../../core/store/types'
import { tokenCipher } from '../oauth/token-cipher'
import type { Provider } from './providers'

/** A form for an endpoint of a provider. */
export interface EndpointSending {
    endpoint: 'token' | 'refresh' | 'revoke'
    /** Replaces the registered URL. */
    url?: string
    parameters: Record<string, string>
    /** Query parameters added to the URL. */
    query: Record<string, string>
    headers: Record<string, string>
}

/** The resulting request. */
export interface EndpointRequest {
    url: string
    method: 'POST'
    headers: Record<string, string>
    body: string
    timeoutMs: number
    followRedirects: false
}

/** Time limit of a token request in ms. */
const TIMEOUT_MS = 30_000

/** Column with the URL of an endpoint. */
const ADDRESS = { token: 'token_url', refresh: 'refresh_token_url', revoke: 'revoke_token_url' } as const

/**
 * The request that sends a form to a provider's endpoint, with the client id and secret in the header or in
 * the body, as registered (`send_client_credentials_as`, RFC 6749 §2.3.1). Null if no URL is registered.
 */
export function endpointForm(
    store: Store,
    { entity }: Provider,
    sending: EndpointSending
): EndpointRequest | null {
    const registered = entity[ADDRESS[sending.endpoint]]
    const address = sending.url || registered || (sending.endpoint === 'refresh' ? entity['token_url'] : '')
    if (!address) return null
    const secret = tokenCipher(store).decrypt(entity['client_secret'])
    const inHeader = secret !== null && entity['send_client_credentials_as'] === 'basic_authorization_header'
    const fields: Record<string, string> = { ...sending.parameters }
    if (inHeader) {
        delete fields['client_id']
        delete fields['client_secret']
    } else if (secret !== null) fields['client_secret'] ??= secret
    return {
        url: withQuery(address, sending.query),
        method: 'POST',
        headers: {
            ...sending.headers,
            'Content-Type': 'application/x-www-form-urlencoded',
            Accept: 'application/json',
            ...(inHeader && {
                Authorization: `Basic ${basicCredentials(entity['client_id'] ?? '', secret)}`,
            }),
        },
        body: new URLSearchParams(fields).toString(),
        timeoutMs: TIMEOUT_MS,
        followRedirects: false,
    }
}

function withQuery(address: string, query: Record<string, string>): string {
    const text = new URLSearchParams(query).toString()
    return text ? `${address}${address.includes('?') ? '&' : '?'}${text}` : address
}

/** A client's id and secret for Basic authentication; both are form-encoded first (RFC 6749 §2.3.1). */
export function basicCredentials(clientId: string, secret: string): string {
    const encode = (text: string) => new URLSearchParams({ x: text }).toString().slice(2)
    return Buffer.from(`${encode(clientId)}:${encode(secret)}`).toString('base64')
}
