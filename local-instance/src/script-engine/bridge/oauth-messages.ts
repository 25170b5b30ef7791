import type { EndpointSending } from '../../plugins/oauth-client/endpoint-form'
import type { OAuthTokenView } from '../../plugins/oauth-client/received-tokens'
import type { OutboundResponse } from './outbound-messages'

export type { OAuthTokenView }

/**
 * Host operations for the runtime's `sn_auth`. Client secrets stay in the host, which adds them to requests;
 * tokens cross, since scripts may read them (DOCS c_GlideOAuthToken).
 */
export interface OAuthOperations {
    /**
     * Looks up a profile's sys_id, or a registration's name with its default profile; null if there is none.
     */
    oauthProvider(input: { profile?: string; name?: string }): OAuthProviderView | null
    /** The stored tokens of a requestor and profile; null if there are none. */
    oauthToken(input: { requestor: string; profile: string }): OAuthTokenView | null
    /**
     * Sends a form to an endpoint of the provider, with client authentication as registered; timeout 30 s.
     */
    oauthSend(input: OAuthSending): OutboundResponse
    /** Stores a provider's response. */
    oauthStore(input: {
        requestor: string
        profile: string
        grantType: string
        parameters: Record<string, string>
    }): OAuthTokenView | null
    /** The provider's consent URL for the transaction's user; stores the pending consent. */
    oauthBegin(input: {
        requestor: string
        context: string
        profile: string
        parameters: Record<string, string>
    }): string
    /** Expires the stored tokens. */
    oauthForget(input: { profile: string; tokens: string[] }): void
}

/** A registration of type `oauth_provider` with one of its profiles. */
export interface OAuthProviderView {
    entity: string
    name: string
    clientId: string
    /** The registration's OAuth API Script, default `global.OAuthUtil`. */
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
