import { createHash, randomBytes } from 'node:crypto'
import type { Store } from '../../core/store/types'
import type { PendingAuthorizations } from './pending-authorizations'
import { redirectUri, type Provider } from './providers'

/**
 * Default length of a verifier, if the property sets none (DOCS
 * glide.oauth.pkce.external.code_verifier_size).
 */
const VERIFIER_LENGTH = 43

/** Parameters that this instance always sets itself, overriding an OAuth API Script. */
const OWN = ['state', 'code_challenge', 'code_challenge_method', 'redirect_uri']

/**
 * The consent URL: the provider's authorization endpoint with a new state and, if the registration requires
 * PKCE, a challenge (RFC 6749 §4.1.1, RFC 7636 §4.3). Null if no authorization URL is registered.
 */
export function authorizationAddress(
    { store, pending }: { store: Store; pending: PendingAuthorizations },
    provider: Provider,
    consent: { user: string; requestor: string; context: string; parameters: Record<string, string> }
): string | null {
    const { entity, profile } = provider
    const address = entity['auth_url']
    if (!address || !URL.canParse(address)) return null
    const codeVerifier = newVerifier(Number(store.property('glide.oauth.pkce.external.code_verifier_size')))
    const uri = redirectUri(store, provider)
    const url = new URL(address)
    for (const [name, value] of Object.entries(consent.parameters)) {
        if (!OWN.includes(name) && value !== '') url.searchParams.set(name, value)
    }
    url.searchParams.set('redirect_uri', uri)
    url.searchParams.set(
        'state',
        pending.begin({
            user: consent.user,
            requestor: consent.requestor,
            context: consent.context,
            profile: profile['sys_id'] ?? '',
            redirectUri: uri,
            codeVerifier: challengeMethod(entity['code_challenge_method']) ? codeVerifier : '',
        })
    )
    const method = challengeMethod(entity['code_challenge_method'])
    if (method) {
        url.searchParams.set('code_challenge', method === 'S256' ? sha256(codeVerifier) : codeVerifier)
        url.searchParams.set('code_challenge_method', method)
    }
    return url.href
}

function challengeMethod(stored: string | null | undefined): 'S256' | 'plain' | undefined {
    return stored === 'S256' || stored === 'plain' ? stored : undefined
}

function newVerifier(wanted: number): string {
    const length = wanted >= 43 && wanted <= 128 ? Math.floor(wanted) : VERIFIER_LENGTH
    return randomBytes(128).toString('base64url').slice(0, length)
}

function sha256(text: string): string {
    return createHash('sha256').update(text).digest('base64url')
}
