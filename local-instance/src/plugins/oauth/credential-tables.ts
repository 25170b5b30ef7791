import type { TableDefinition } from '../../core/store/types'

/** Internal tables that are hidden from scripts and APIs. */
export const TOKEN_INDEX = 'local_oauth_token'
export const CODES = 'local_oauth_code'
export const KEYS = 'local_oauth_key'
export const SIGNING_KEYS = 'local_oauth_signing_key'

/**
 * Tokens and their owners; columns from DOCS t_ManageTokens and public code. `token` stays empty: an issued
 * token is stored only encrypted, in `token_issued`, and looked up by its hash in {@link TOKEN_INDEX}.
 */
export const CREDENTIAL_TABLES: TableDefinition[] = [
    {
        name: 'oauth_credential',
        label: 'OAuth Credential',
        columns: [
            {
                name: 'type',
                type: 'choice',
                choices: { access_token: 'Access Token', refresh_token: 'Refresh Token' },
            },
            { name: 'peer', type: 'reference', reference: 'oauth_entity' },
            { name: 'user', type: 'reference', reference: 'sys_user' },
            { name: 'token', type: 'string', maxLength: 4000 },
            { name: 'token_issued', type: 'password2', maxLength: 4000 },
            { name: 'token_received', type: 'password2', maxLength: 8000 },
            { name: 'expires', type: 'glide_date_time' },
            { name: 'scopes', type: 'string', maxLength: 4000 },
            { name: 'client_id', type: 'string', maxLength: 255 },
            { name: 'grant_type', type: 'string', maxLength: 100 },
            { name: 'last_access', type: 'glide_date_time' },
            { name: 'oauth_requestor_profile', type: 'reference', reference: 'oauth_requestor_profile' },
        ],
        indexes: [
            { columns: ['peer', 'user', 'type', 'expires'] },
            { columns: ['oauth_requestor_profile'] },
            // For reading recent changes; the indexes of a real instance are not documented.
            { columns: ['type', 'sys_updated_on'] },
        ],
        rights: { read: ['oauth_admin'], write: ['oauth_admin'], delete: ['oauth_admin'] },
    },
    {
        name: 'oauth_requestor_profile',
        label: 'OAuth Requestor Profile',
        columns: [
            { name: 'requestor_id', type: 'string', maxLength: 32 },
            { name: 'oauth_entity_profile', type: 'reference', reference: 'oauth_entity_profile' },
        ],
        indexes: [{ columns: ['requestor_id', 'oauth_entity_profile'] }],
        rights: { read: ['oauth_admin'] },
    },
    {
        name: TOKEN_INDEX,
        label: 'Issued token by its hash',
        hidden: true,
        columns: [
            { name: 'token_hash', type: 'string', maxLength: 64, unique: true },
            { name: 'credential', type: 'reference', reference: 'oauth_credential' },
            { name: 'renewed_by', type: 'reference', reference: 'oauth_credential' },
        ],
        indexes: [{ columns: ['credential'] }, { columns: ['renewed_by'] }],
    },
    {
        name: CODES,
        label: 'Authorization code',
        hidden: true,
        columns: [
            { name: 'code_hash', type: 'string', maxLength: 64, unique: true },
            { name: 'code', type: 'password2', maxLength: 4000 },
            { name: 'peer', type: 'reference', reference: 'oauth_entity' },
            { name: 'user', type: 'reference', reference: 'sys_user' },
            { name: 'redirect_uri', type: 'string', maxLength: 4000 },
            { name: 'code_challenge', type: 'string', maxLength: 128 },
            { name: 'expires', type: 'glide_date_time' },
            { name: 'exchanged', type: 'boolean', defaultValue: 'false' },
            { name: 'access_token', type: 'reference', reference: 'oauth_credential' },
            { name: 'refresh_token', type: 'reference', reference: 'oauth_credential' },
            { name: 'keep_until', type: 'glide_date_time' },
        ],
        indexes: [{ columns: ['peer', 'user'] }, { columns: ['keep_until'] }],
    },
    {
        name: KEYS,
        label: 'Key that tokens are encrypted with',
        hidden: true,
        columns: [{ name: 'value', type: 'password2', maxLength: 4000 }],
    },
    {
        name: SIGNING_KEYS,
        label: 'Key that JWTs are signed with',
        hidden: true,
        columns: [{ name: 'value', type: 'password2', maxLength: 4000 }],
    },
]
