import type { Schema } from '../../core/plugin'

/** Tasks, cases, contacts and accounts. */
export const schema: Schema = { tables: [] }
