import type { Principal } from './principal'
import type { Row } from './store/types'

/** What is done to a record. */
export type RecordOperation = 'read' | 'create' | 'write' | 'delete'

/**
 * Who may do what with records: `sys_security_acl` of type record with its roles, the most specific table first
 * (the record's own class, then its parents), a table's rule and a column's rule both holding. `admin` may all,
 * unless a rule says that it may not. Without any rule nobody but `admin` may.
 */
export interface Rights {
    can(principal: Principal, operation: RecordOperation, table: string, column?: string, row?: Row): boolean
}
