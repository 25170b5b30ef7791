import type { Principal } from './principal'
import type { Row } from './store/types'

/** An operation on a record. */
export type RecordOperation = 'read' | 'create' | 'write' | 'delete'

/**
 * Who may do what with records: `sys_security_acl` of type record with its roles, the most specific table first
 * (the record's own class, then its parents), a table's rule and a column's rule both holding. `admin` may all,
 * unless a rule denies it. Without any rule, only `admin` has access.
 */
export interface Rights {
    can(principal: Principal, operation: RecordOperation, table: string, column?: string, row?: Row): boolean
}
