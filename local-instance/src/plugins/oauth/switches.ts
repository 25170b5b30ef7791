import type { Store } from '../../core/store/types'

/** A boolean system property. */
interface Switch {
    property: string
    /** Default if the property is missing or neither `true` nor `false`. */
    fallback: boolean
    /**
     * Description of a property that exists only on a local instance, because the platform documents none;
     * seeded with `fallback`.
     */
    description?: string
}

/**
 * Behaviour that differs between instances. The platform's properties are seeded as on a new instance; their
 * fallbacks apply to an upgraded instance that lacks them (DOCS oauth-auth-code-flow-state-parm,
 * sc-restrict-oauth-parameters-to-post-body, sc-disable-resource-owner-password-credentials). If
 * documentation and practice disagree and no property is documented, a `local_instance.…` property selects
 * the behaviour (F-OAUTH-1, 2, 6 and 9).
 */
const SWITCHES = {
    active: { property: 'com.snc.platform.security.oauth.is.active', fallback: true },
    stateRequired: { property: 'glide.oauth.state.parameter.required', fallback: false },
    bodyOnly: { property: 'glide.oauth.allow.parameters.in.post.body.only', fallback: false },
    clientCredentials: {
        property: 'glide.oauth.inbound.client.credential.grant_type.enabled',
        fallback: false,
    },
    passwordDisabled: { property: 'glide.oauth.inbound.ropc.grant_type.disabled', fallback: false },
    publicClientRefreshTokens: {
        property: 'local_instance.oauth.public_client_refresh_tokens',
        fallback: true,
        description:
            'Public clients receive refresh tokens and can use them. False: as documented in authorization-workflow, ' +
            'only confidential clients receive refresh tokens.',
    },
    sameTokenAgain: {
        property: 'local_instance.oauth.same_token_again',
        fallback: true,
        description:
            'A new sign-in by the same user and client returns the tokens that are still valid. False: it issues new ones.',
    },
    firstRedirectUrl: {
        property: 'local_instance.oauth.first_redirect_url_on_mismatch',
        fallback: true,
        description:
            'An unregistered redirect_uri falls back to the first registered URL. False: the request is rejected.',
    },
    codeReuseRevokes: {
        property: 'local_instance.oauth.code_reuse_revokes_tokens',
        fallback: false,
        description:
            'Reuse of an authorization code revokes the tokens issued from it (RFC 6749 section 4.1.2). ' +
            'False: the reuse is rejected and the tokens stay valid.',
    },
} satisfies Record<string, Switch>

export type SwitchName = keyof typeof SWITCHES

/** Reads the current value of a switch. */
export type ReadSwitch = (name: SwitchName) => boolean

export function createSwitches(store: Store): ReadSwitch {
    return (name) => {
        const { property, fallback } = SWITCHES[name]
        const value = store.property(property)?.trim().toLowerCase()
        return value === 'true' || (value !== 'false' && fallback)
    }
}

/** Adds the properties that exist only on a local instance. */
export function seedSwitches(store: Store): void {
    for (const { property, fallback, description } of Object.values<Switch>(SWITCHES)) {
        if (description === undefined) continue
        store.insert('sys_properties', {
            name: property,
            type: 'boolean',
            value: String(fallback),
            description,
            sys_name: property,
            sys_scope: 'global',
        })
    }
}
