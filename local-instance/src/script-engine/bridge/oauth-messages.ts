import type { EndpointSending } from '../../plugins/oauth-client/endpoint-form'
import type { OAuthTokenView } from '../../plugins/oauth-client/received-tokens'
import type { OutboundResponse } from './outbound-messages'

export type { OAuthTokenView }

/**
 * What the runtime's `sn_auth` asks of the host. Secrets of registrations stay at the host, which adds them to what is
 * sent; tokens cross, since scripts may read them (DOCS c_GlideOAuthToken).
 */
export interface OAuthOperations {
    /** By a profile's sys_id, or by the registration's name and then its default profile; null if there is none. */
    oauthProvider(input: { profile?: string; name?: string }): OAuthProviderView | null
    /** What is stored for a requestor and profile; null if nothing is. */
    oauthToken(input: { requestor: string; profile: string }): OAuthTokenView | null
    /** Sends a form to an endpoint of the provider, signed in as its registration says; 30 s at most. */
    oauthSend(input: OAuthSending): OutboundResponse
    /** Stores what a provider answered. */
    oauthStore(input: {
        requestor: string
        profile: string
        grantType: string
        parameters: Record<string, string>
    }): OAuthTokenView | null
    /** Address of the provider's consent page for the transaction's user; remembers what it is for. */
    oauthBegin(input: {
        requestor: string
        context: string
        profile: string
        parameters: Record<string, string>
    }): string
    /** Ends what is stored of these tokens. */
    oauthForget(input: { profile: string; tokens: string[] }): void
}

/** A registration of type `oauth_provider` with one of its profiles. */
export interface OAuthProviderView {
    entity: string
    name: string
    clientId: string
    /** The registration's OAuth API Script, `global.OAuthUtil` where it names none. */
    apiScript: { scope: string; name: string }
    redirectUri: string
    profile: string
    grantType: string
    /** The profile's scopes, separated by spaces. */
    scope: string
}

/** A form for a provider's endpoint. */
export interface OAuthSending extends EndpointSending {
    profile: string
}
