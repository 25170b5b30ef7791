import type { Schema } from '../../core/plugin'
import { caseTables } from './case-tables'
import { customerTables } from './customer-tables'
import { businessRules } from './rules'
import { seedCustomers } from './seed-customers'
import { seedWork } from './seed-work'
import { taskTables } from './task-tables'

/** Incidents, cases, contacts and accounts with demo records. */
export const schema: Schema = {
    tables: [...taskTables, ...customerTables, ...caseTables],
    rules: businessRules,
    seed(store, clock) {
        seedCustomers(store)
        seedWork(store, clock)
    },
}
