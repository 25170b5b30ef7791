import type { Aggregate, AggregateRow, ColumnDefinition, Row } from '../../core/store/types'
import type { OAuthOperations } from './oauth-messages'
import type { OutboundRequest, OutboundResponse } from './outbound-messages'

export type { OutboundRequest, OutboundResponse }

/**
 * All calls from a script's context to the host, as JSON text in both directions. No object of the host's
 * realm ever reaches a script, so no constructor chain leads to Node.
 *
 * In the context only the runtime library holds the bridge function; it never passes it on.
 */
export interface BridgeOperations extends OAuthOperations {
    /** Null if the table does not exist (hidden ones never do). */
    table(input: { table: string }): TableView | null
    /** Denied reads of other scopes' tables throw `cross_scope`. */
    query(input: {
        table: string
        query: string
        limit?: number
        offset?: number
        /** A query with an unknown field is rejected. */
        strict?: boolean
    }): Row[]
    aggregate(input: {
        table: string
        query: string
        groupBy: string[]
        aggregates: Aggregate[]
    }): AggregateRow[]
    /**
     * The stored row; null if a rule rejected it (the reason is in the log). A rejection may also be an error
     * with the store's code (`refused`, `duplicate_key`, `invalid_value`), whose message becomes
     * getLastErrorMessage(). The runtime runs the business rules.
     */
    insert(input: { table: string; values: Row }): Row | null
    update(input: { table: string; sysId: string; values: Row }): Row | null
    delete(input: { table: string; sysId: string }): boolean
    /** The row that would be inserted: with defaults, number and sys_id, not stored. */
    draft(input: { table: string; values: Row }): Row
    /**
     * Active business rules for an operation, in order; from then on, code of their scopes takes part in the
     * transaction.
     */
    businessRules(input: { table: string; operation: RuleOperation }): BusinessRuleView[]
    /**
     * Whether a record that is being changed matches an encoded query, change conditions such as `VALCHANGES`
     * included.
     */
    meets(input: { table: string; row: Row; before: Row; query: string }): boolean
    /** Queues an asynchronous business rule. */
    queueRule(input: { rule: string; table: string; row: Row; operation: RuleOperation }): void
    updateMultiple(input: { table: string; query: string; values: Row }): number
    deleteMultiple(input: { table: string; query: string }): number
    displayValue(input: { table: string; row: Row; column: string }): string
    /** Value or display value at the end of `caller_id.company.name`, with the last column's type. */
    dotWalk(input: { table: string; row: Row; path: string }): {
        value: string | null
        display: string
        type: string
        reference?: string
    } | null
    /** For GlideRecordSecure, canRead() and so on: the rights of the script's user. */
    can(input: {
        table: string
        operation: 'read' | 'create' | 'write' | 'delete'
        column?: string
        row?: Row
    }): boolean
    property(input: { name: string }): string | null
    /** Language of the session, such as `de`. */
    language(input: Record<string, never>): string
    /** A message of the calling scope in the session language, otherwise in English, otherwise its key. */
    message(input: { key: string }): string
    setProperty(input: { name: string; value: string }): void
    /** ms since 1970 on the instance's clock. */
    now(input: Record<string, never>): number
    log(input: { level: 'debug' | 'info' | 'warn' | 'error'; message: string }): void
    /** Queues an event (`sysevent`). */
    event(input: {
        name: string
        table?: string
        sysId?: string
        parm1: string
        parm2: string
        queue?: string
        /** UTC time to process it at; default at once. */
        processOn?: string
    }): void
    hasRole(input: { role: string }): boolean
    guid(input: Record<string, never>): string
    /** Cryptographically random bytes in hexadecimal. */
    random(input: { bytes: number }): string
    /** Source of a module (`sys_module`), transpiled to CommonJS; null if there is none. */
    module(input: { path: string; from?: string }): { path: string; source: string } | null
    /** Names of all active script includes by scope, for the globals and namespaces of the context. */
    scriptIncludes(input: Record<string, never>): { scope: string; name: string }[]
    /**
     * The script include `scope.name`. Throws `cross_scope` if the calling scope may not use it; otherwise
     * code of the include's scope takes part in the transaction from then on.
     */
    scriptInclude(input: { name: string; scope: string }): ScriptIncludeView | null
    /**
     * Throws `cross_scope` if the calling scope lacks the privilege to use a scriptable object of the global
     * scope.
     */
    privilege(input: { name: string }): void
    /** Blocks the script's thread until the response arrives. */
    http(input: OutboundRequest): OutboundResponse
    /** Sets the REST response of the script; the last call wins. */
    restResponse(input: {
        status: number
        contentType: string | null
        headers: Record<string, string>
        body: string
    }): void
}

/** Name of an operation. */
export type BridgeOperation = keyof BridgeOperations

/**
 * The only function that crosses the boundary: operation and JSON in, `{"value": …}` or `{"error":
 * {"code","message"}}` out; never throws. `scope` is the calling scope if it is not the transaction's own:
 * code of another scope's script include acts with that scope's rights, not with the caller's. Scripts cannot
 * reach or forge it, and the host accepts only scopes whose script includes it has provided in this
 * transaction.
 */
export type BridgeFunction = (operation: BridgeOperation, json: string, scope?: string) => string

/** A table as visible to scripts. */
export interface TableView {
    name: string
    label: string
    lineage: string[]
    /** Tables that extend it, directly or indirectly. */
    extensions: string[]
    scope: string
    columns: ColumnDefinition[]
    displayColumn: string | null
    /** Operations that have business rules. */
    rules: RuleOperation[]
}

/** Operation that a business rule runs on. */
export type RuleOperation = 'insert' | 'update' | 'delete' | 'query'

/** A business rule (`sys_script`) to be run in the context of its scope. Missing texts are empty. */
export interface BusinessRuleView {
    sysId: string
    name: string
    scope: string
    /** File name in stack traces. */
    label: string
    when: 'before' | 'after' | 'async'
    /** Filter, as an encoded query. */
    filter: string
    /** Body of a function that returns whether the rule applies. */
    condition: string
    /** Required roles, any of which suffices. */
    roles: string[]
    /** Values to set, as an encoded query. */
    template: string
    /** Message for the user. */
    message: string
    abort: boolean
    /** Script, as the body of a function. */
    source: string
}

/** A script include to be evaluated in the context of its scope. */
export interface ScriptIncludeView {
    sysId: string
    name: string
    scope: string
    source: string
    clientCallable: boolean
}

/** Data about the transaction, passed to the runtime as JSON. */
export interface TransactionView {
    scope: string
    /** Store.metadataVersion() when the transaction began. */
    metadataVersion: number
    userId: string
    userName: string
    clientIp: string
    sessionId: string
    /** True for a user at a browser (session cookie), false for Basic, Bearer and jobs. */
    interactive?: boolean
}
