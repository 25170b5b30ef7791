import type { Principal } from './principal'
import type { Row } from './store/types'

/** An operation on a record. */
export type RecordOperation = 'read' | 'create' | 'write' | 'delete'

/**
 * Record access rights by `sys_security_acl` rules of type record and their roles. The most specific table is
 * checked first (the record's own class, then its parents); the table rule and the column rule must both
 * pass. `admin` may do everything unless a rule denies it. Without any rule, only `admin` has access.
 */
export interface Rights {
    can(principal: Principal, operation: RecordOperation, table: string, column?: string, row?: Row): boolean
}
