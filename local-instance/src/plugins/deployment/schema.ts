import type { Schema } from '../../core/plugin'
import { applicationTables } from './application-tables'
import { runtimePolicyTables } from './runtime-policy-tables'
import { sdkTables } from './sdk-tables'
import { seedDeployment } from './seed'
import { trackChanges } from './track-changes'
import { uiTables } from './ui-tables'
import { seedUnknownTables } from './unknown-tables'
import { upgradeTables } from './upgrade-tables'

/** Applications, their installations and administrators' customisations. */
export const schema: Schema = {
    tables: [...applicationTables, ...upgradeTables, ...uiTables, ...sdkTables, ...runtimePolicyTables],
    rules: [trackChanges],
    seed(store) {
        seedDeployment(store)
        seedUnknownTables(store)
    },
}
