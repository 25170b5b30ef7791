import type { Schema } from '../../core/plugin'
import { AUTH_SCOPE_TABLES } from './auth-scope-tables'
import { CREDENTIAL_TABLES } from './credential-tables'
import { ENTITY_TABLES } from './entity-tables'
import { OAUTH_RULES } from './rules'
import { seedOAuth } from './seed'

/** Application registry, tokens and codes. */
export const schema: Schema = {
    tables: [...ENTITY_TABLES, ...AUTH_SCOPE_TABLES, ...CREDENTIAL_TABLES],
    rules: OAUTH_RULES,
    seed: seedOAuth,
}
