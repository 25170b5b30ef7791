import type { Schema } from '../../core/plugin'
import { platformRules } from './rules'
import { seedPlatform } from './seed'
import { systemTables } from './system-tables'
import { userTables } from './user-tables'

/** What every instance has. The dictionary's own tables come with the store. */
export const schema: Schema = {
    tables: [...userTables, ...systemTables],
    rules: platformRules,
    seed: seedPlatform,
}
