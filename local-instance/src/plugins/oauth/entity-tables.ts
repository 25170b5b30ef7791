import type { ColumnDefinition, TableDefinition } from '../../core/store/types'

const text = (name: string, maxLength = 255): ColumnDefinition => ({ name, type: 'string', maxLength })
const seconds = (name: string, defaultValue?: string): ColumnDefinition => ({
    name,
    type: 'integer',
    ...(defaultValue !== undefined && { defaultValue }),
})

/** Roles that can manage application registrations and tokens (DOCS t_ManageTokens). */
const OAUTH_ADMIN = ['oauth_admin']
const BY_OAUTH_ADMIN = { read: OAUTH_ADMIN, create: OAUTH_ADMIN, write: OAUTH_ADMIN, delete: OAUTH_ADMIN }

/** Access token lifespan in seconds if a registration has none (DOCS t_CreateEndpointforExternalClients). */
export const ACCESS_TOKEN_LIFESPAN = 1800
/** Refresh token lifespan in seconds, 100 days (same page, KB0791140). */
export const REFRESH_TOKEN_LIFESPAN = 8_640_000
/** Lifespan of a code in seconds; assumed from public apps. */
export const AUTH_CODE_LIFESPAN = 60

/** Grant types in registrations and profiles (SDK tables of the application registry). */
const GRANT_TYPES = {
    authorization_code: 'Authorization Code',
    client_credentials: 'Client Credentials',
    password: 'Resource Owner Password Credentials',
    'urn:ietf:params:oauth:grant-type:jwt-bearer': 'JWT Bearer',
    'urn:ietf:params:oauth:grant-type:saml2-bearer': 'SAML2 Bearer',
}

/**
 * Columns that some releases lack, according to exports of real instances and the pages cited here. Only the
 * access token format and the scope restriction take effect; the others are only stored.
 */
const BY_RELEASE: ColumnDefinition[] = [
    // DOCS client-type: the identity that an inbound client acts as, such as `integration_as_a_user`.
    { ...text('client_type'), since: 'xanadu' },
    // DOCS t_CreateEndpointforExternalClients and the release notes of Yokohama: opaque or JWT access tokens.
    {
        name: 'token_format',
        type: 'choice',
        choices: { opaque: 'Opaque', jwt: 'JWT' },
        since: 'yokohama',
    },
    { ...text('sub_claim'), since: 'yokohama' },
    {
        // KB2132135; its name in the database is assumed from its label.
        name: 'extend_refresh_token_expiry',
        type: 'boolean',
        label: 'Extend Refresh Token Expiry',
        defaultValue: 'false',
        since: 'yokohama',
    },
    // DOCS inbound-integrations: introduced with the Machine Identity Console.
    {
        name: 'inbound_grant_type',
        type: 'choice',
        choices: {
            authz_code: 'Authorization Code',
            client_credential: 'Client Credentials',
            jwt: 'JWT Bearer',
            multiple: 'Multiple',
        },
        since: 'zurich',
    },
    {
        name: 'scope_restriction_status',
        type: 'choice',
        choices: {
            unrestricted: 'Unrestricted',
            restricted: 'Allow access only to APIs in selected scope',
        },
        since: 'zurich',
    },
]

/**
 * Application registry, profiles and scopes; columns from DOCS t_CreateEndpointforExternalClients and a type list
 * exported from an instance.
 */
export const ENTITY_TABLES: TableDefinition[] = [
    {
        name: 'oauth_entity',
        label: 'Application Registry',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 100), mandatory: true, display: true },
            {
                name: 'type',
                type: 'choice',
                choices: { client: 'OAuth Client', oauth_provider: 'OAuth Provider' },
                defaultValue: 'client',
            },
            { ...text('client_id'), label: 'Client ID' },
            { ...text('client_uuid'), label: 'Client UUID' },
            { name: 'client_secret', type: 'password2', label: 'Client Secret' },
            { name: 'active', type: 'boolean', defaultValue: 'true' },
            { name: 'public_client', type: 'boolean', label: 'Public Client', defaultValue: 'false' },
            { ...text('redirect_url', 4000), label: 'Redirect URL' },
            { name: 'logo_url', type: 'url', label: 'Logo URL', maxLength: 1024 },
            text('comments', 4000),
            { name: 'default_grant_type', type: 'choice', label: 'Default Grant type', choices: GRANT_TYPES },
            seconds('access_token_lifespan', String(ACCESS_TOKEN_LIFESPAN)),
            seconds('refresh_token_lifespan', String(REFRESH_TOKEN_LIFESPAN)),
            seconds('auth_code_lifespan', String(AUTH_CODE_LIFESPAN)),
            seconds('id_token_lifespan'),
            seconds('message_signature_lifespan'),
            ...['auth_url', 'token_url', 'refresh_token_url', 'revoke_token_url', 'certificate_url'].map(
                (name): ColumnDefinition => ({ name, type: 'url', maxLength: 1024 })
            ),
            {
                name: 'oauth_api_script',
                type: 'reference',
                reference: 'sys_script_include',
                label: 'OAuth API Script',
            },
            {
                name: 'code_challenge_method',
                type: 'choice',
                choices: { S256: 'S256', plain: 'plain', none: 'none' },
            },
            {
                name: 'send_client_credentials_as',
                type: 'choice',
                choices: {
                    request_body_parameter: 'In Request Body (Form URL-Encoded)',
                    basic_authorization_header: 'As Basic Authorization Header',
                },
            },
            { name: 'skip_authorize', type: 'boolean', defaultValue: 'false' },
            { name: 'protocol_name', type: 'reference', reference: 'sys_protocol_profile' },
            { name: 'use_mutual_auth', type: 'boolean', defaultValue: 'false' },
            text('salt'),
            text('access'),
            { name: 'user', type: 'reference', reference: 'sys_user', label: 'OAuth Application User' },
            // Labels: DOCS t_CreateEndpointforExternalClients, from xanadu on.
            { name: 'login_url', type: 'url', label: 'Login URL', maxLength: 1024 },
            { name: 'mobile_client', type: 'boolean', label: 'Mobile Client', defaultValue: 'false' },
            {
                name: 'restricted_binding',
                type: 'boolean',
                label: 'Enforce Token Restrictions',
                defaultValue: 'false',
            },
            { name: 'use_pkce', type: 'boolean', label: 'PKCE required', defaultValue: 'false' },
            ...BY_RELEASE,
        ],
        indexes: [{ columns: ['client_id'] }],
        rights: BY_OAUTH_ADMIN,
    },
    {
        name: 'oauth_entity_profile',
        label: 'OAuth Entity Profile',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 100), display: true },
            { name: 'default', type: 'boolean', defaultValue: 'false' },
            { name: 'grant_type', type: 'choice', choices: GRANT_TYPES },
            { name: 'oauth_entity', type: 'reference', reference: 'oauth_entity' },
            { name: 'jwt_provider', type: 'reference', reference: 'jwt_provider' },
            text('oauth_resources', 4000),
            text('saml2_assertion_producer'),
        ],
        indexes: [{ columns: ['oauth_entity'] }],
        rights: BY_OAUTH_ADMIN,
    },
    {
        name: 'oauth_entity_scope',
        label: 'OAuth Entity Scope',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 100), display: true },
            { name: 'oauth_entity', type: 'reference', reference: 'oauth_entity' },
            { ...text('oauth_entity_scope', 1000), label: 'OAuth scope' },
        ],
        indexes: [{ columns: ['oauth_entity'] }],
        rights: BY_OAUTH_ADMIN,
    },
    {
        name: 'oauth_entity_profile_scope',
        label: 'OAuth Entity Profile Scope',
        extends: 'sys_metadata',
        columns: [
            { name: 'oauth_entity_profile', type: 'reference', reference: 'oauth_entity_profile' },
            { name: 'oauth_entity_scope', type: 'reference', reference: 'oauth_entity_scope' },
        ],
        indexes: [{ columns: ['oauth_entity_profile'] }],
        rights: BY_OAUTH_ADMIN,
    },
]
