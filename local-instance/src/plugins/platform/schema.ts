import type { Schema } from '../../core/plugin'
import { platformRules } from './rules'
import { seedPlatform } from './seed'
import { systemTables } from './system-tables'
import { userTables } from './user-tables'

/** Tables of every instance. The store defines the dictionary's own tables. */
export const schema: Schema = {
    tables: [...userTables, ...systemTables],
    rules: platformRules,
    seed: seedPlatform,
}
