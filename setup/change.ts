import type { TableValues } from './table-client'

/** Tables that the setup writes. */
export type WrittenTable = 'oauth_entity' | 'sys_cors_rule' | 'sys_properties'

/** A change of one record, with old and new values; serialises to JSON, so that it can be kept and undone later. */
export interface Change {
    table: WrittenTable
    /** Null for a record to be created. */
    sysId: string | null
    /** Name of the record; for a rule, with its origin. */
    name: string
    action: 'create' | 'update' | 'deactivate' | 'delete'
    /** Current values of the columns that change; empty for a new record. */
    before: TableValues
    after: TableValues
}

/** A record that the setup changed. */
export interface SetupStep {
    table: WrittenTable
    sysId: string
    /** Name of the record; for a rule, with its origin. */
    name: string
    action: 'created' | 'updated' | 'deactivated' | 'deleted'
    /** Written columns. */
    columns: string[]
}

const DONE = { create: 'created', update: 'updated', deactivate: 'deactivated', delete: 'deleted' } as const

/** A completed change, as reported. */
export function stepOf({ table, sysId, name, action, after }: Change): SetupStep {
    return { table, sysId: sysId ?? '', name, action: DONE[action], columns: Object.keys(after) }
}
