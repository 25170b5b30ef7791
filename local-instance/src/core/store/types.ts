import type { Release } from '../releases'

/**
 * A record's values by column name, in the platform's stored form: booleans `'1'` and `'0'`, numbers in
 * decimal, dates `yyyy-MM-dd`, times `yyyy-MM-dd HH:mm:ss` in UTC, references as sys_id, empty as null.
 */
export type Row = Record<string, string | null>

/** A column of the dictionary (`sys_dictionary`). */
export interface ColumnDefinition {
    name: string
    /** The dictionary's internal type: string, boolean, integer, glide_date_time, reference, choice, journal_input … */
    type: string
    label?: string
    /** Target table of a reference column. */
    reference?: string
    /**
     * Effect on this record when the referenced record is deleted (`sys_dictionary.reference_cascade_rule`).
     */
    cascadeRule?: string
    /** For a document id: the column with the table name of its record (`sys_dictionary.dependent`). */
    dependent?: string
    /** Values and their labels, in order (`sys_choice`). */
    choices?: Record<string, string>
    defaultValue?: string
    maxLength?: number
    mandatory?: boolean
    readOnly?: boolean
    unique?: boolean
    /** Display column of the table. */
    display?: boolean
    /** First release that has the column; default all. */
    since?: Release
}

/** An index of a table. */
export interface IndexDefinition {
    columns: string[]
    unique?: boolean
}

/**
 * Roles required per operation on a table's records. An empty list permits every signed-in user; `admin` is
 * always permitted.
 */
export interface TableRights {
    read?: string[]
    create?: string[]
    write?: string[]
    delete?: string[]
}

/** Table definition of a plug-in or a deployed app (`sys_db_object` with its `sys_dictionary` rows). */
export interface TableDefinition {
    name: string
    label: string
    /** Parent table, whose columns it inherits. */
    extends?: string
    /** First release that has the table; default all. */
    since?: Release
    /** Owning scope; default `global`. */
    scope?: string
    columns: ColumnDefinition[]
    indexes?: IndexDefinition[]
    /** Prefix of record numbers such as INC0010001. */
    autoNumber?: { prefix: string; digits: number }
    /** Access for scripts of other scopes without a cross-scope privilege; default read only. */
    crossScope?: { read?: boolean; create?: boolean; update?: boolean; delete?: boolean }
    /** Roles for access through the Table API; default `admin` only. */
    rights?: TableRights
    /** Whether web service access is allowed; the Table API rejects other tables. Default true. */
    webServiceAccess?: boolean
    /**
     * Internal table of the local instance (name begins with `local_`): visible to host code only, never to
     * scripts or APIs.
     */
    hidden?: boolean
}

/** A table of the dictionary, with own and inherited columns. */
export interface Table {
    name: string
    label: string
    extends: string | null
    /** The table itself, then its parents up to the root. */
    lineage: string[]
    /** All tables that extend it, directly or indirectly. */
    descendants: string[]
    scope: string
    columns: ReadonlyMap<string, ColumnDefinition>
    displayColumn: string | null
    autoNumber: { prefix: string; digits: number } | null
    crossScope: { read: boolean; create: boolean; update: boolean; delete: boolean }
    webServiceAccess: boolean
    hidden: boolean
}

/** The tables and columns that exist. */
export interface Dictionary {
    table(name: string): Table | undefined
    tables(): Table[]
}

/** Author and origin of a write. */
export interface WriteContext {
    /** user_name written to sys_created_by and sys_updated_by. */
    userName: string
    /** `deployment` keeps the given sys_id and system fields and does not mark the record as customised. */
    reason?: 'api' | 'script' | 'deployment' | 'platform'
}

/** Query options. */
export interface QueryOptions {
    /** Encoded query, `''` for all rows. */
    query?: string
    limit?: number
    offset?: number
    /** Resolves `javascript:gs.…` values; without it they are rejected. */
    evaluate?: (expression: string) => string
    /** sys_id of the user, for DYNAMIC and `javascript:gs.getUserID()` operands. */
    userId?: string
    /** Columns to read (default all); sys_id is always included. Unknown columns are omitted. */
    columns?: string[]
    /**
     * Unknown fields: `ignore` drops the condition (platform default for scripts), `refuse` throws a
     * StoreError.
     */
    unknownField?: 'ignore' | 'refuse'
}

/** One aggregate of a GlideAggregate. */
export interface Aggregate {
    function: 'COUNT' | 'SUM' | 'AVG' | 'MIN' | 'MAX' | 'COUNT(DISTINCT'
    /** Column; null for a plain COUNT. */
    column: string | null
}

/** A group of an aggregate query: the group-by values and one value per aggregate, in the order requested. */
export interface AggregateRow {
    group: Row
    values: (string | null)[]
}

/** The store or a plug-in's rule rejected an operation. */
export class StoreError extends Error {
    constructor(
        /** Stable: `unknown_table`, `unknown_field`, `invalid_query`, `duplicate_key`, `invalid_value`, `refused`. */
        readonly code: string,
        message: string
    ) {
        super(message)
        this.name = 'StoreError'
    }
}

/** Runs before a row is written. May change `values`; throws a StoreError to reject the write. */
export interface WriteRule {
    table: string
    on: ('insert' | 'update' | 'delete')[]
    run(change: {
        values: Row
        previous: Row | undefined
        table: Table
        store: Store
        context: WriteContext
    }): void
}

/**
 * The records of one instance. Each thread opens its own store on the same database file; all calls are
 * synchronous. Methods count each SQL statement that they run for the caller; housekeeping, such as reading
 * the dictionary, is not counted.
 */
export interface Store {
    readonly dictionary: Dictionary
    /** Number of SQL statements run for callers since this store was opened. */
    readonly statements: number
    get(table: string, sysId: string): Row | undefined
    /** First row of an encoded query. */
    first(table: string, query: string): Row | undefined
    /** Rows of a table and of the tables that extend it, with the columns of `table` only. */
    query(table: string, options?: QueryOptions): Row[]
    count(table: string, options?: QueryOptions): number
    aggregate(
        table: string,
        options: QueryOptions & { groupBy?: string[]; aggregates: Aggregate[] }
    ): AggregateRow[]
    /** Inserts a row with defaults, sys_id, number and system fields; returns the row as stored. */
    insert(table: string, values: Row, context?: WriteContext): Row
    /** The row that {@link insert} would store: with defaults, sys_id and number. */
    draft(table: string, values: Row, context?: WriteContext): Row
    /** Whether a row, stored or not, matches the query; counts no statement. */
    matches(table: string, row: Row, options: QueryOptions): boolean
    /** Undefined if there is no such row. Journal columns get a new entry. */
    update(table: string, sysId: string, values: Row, context?: WriteContext): Row | undefined
    /** False if there was no such row. */
    delete(table: string, sysId: string, context?: WriteContext): boolean
    /** One UPDATE for all rows of the query; returns the number of rows changed. */
    updateMultiple(table: string, query: string, values: Row, context?: WriteContext): number
    /** One DELETE for all rows of the query; returns the number of rows deleted. */
    deleteMultiple(table: string, query: string, context?: WriteContext): number
    /** Display value of a column of a row: choice label, name of the referenced record, `true`/`false`, journal text. */
    displayValue(table: string, row: Row, column: string): string
    /** Walks `caller_id.company.name` from a row; null if a reference on the path is empty. */
    dotWalk(table: string, row: Row, path: string, display?: boolean): string | null
    /** Atomic. Nested calls join the outer transaction. */
    transaction<T>(run: () => T): T
    /** Creates a table or adds what is new in its definition (columns, indexes, choices). */
    define(definition: TableDefinition): void
    /** {@link define} for several tables in one transaction, parents first. */
    defineAll(definitions: TableDefinition[]): void
    /** Copies the current database for {@link restore}. */
    snapshot(): void
    /** Restores rows and tables to the last {@link snapshot}; other threads see it at once. */
    restore(): void
    addRule(rule: WriteRule): void
    /** A system property's value (`sys_properties`), cached until any metadata changes; does not count as a statement. */
    property(name: string): string | undefined
    /**
     * Increases with each change of metadata by any thread; metadata caches are valid while it is unchanged.
     */
    metadataVersion(): number
    /** The memory and file that another thread needs to open the same database. */
    readonly handle: StoreHandle
    close(): void
}

/** What a worker thread needs to open the store of its instance. Can be posted to it. */
export interface StoreHandle {
    file: string
    versions: SharedArrayBuffer
    writeLock: SharedArrayBuffer
    changedTables: SharedArrayBuffer
    clock: SharedArrayBuffer
}
