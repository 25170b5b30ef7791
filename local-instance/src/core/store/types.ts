import type { Release } from '../releases'

/**
 * A record's values by column name, as the platform keeps them: booleans `'1'` and `'0'`, numbers in decimal,
 * dates `yyyy-MM-dd`, times `yyyy-MM-dd HH:mm:ss` in UTC, references as sys_id, nothing as null.
 */
export type Row = Record<string, string | null>

/** A column of the dictionary (`sys_dictionary`). */
export interface ColumnDefinition {
    name: string
    /** The dictionary's internal type: string, boolean, integer, glide_date_time, reference, choice, journal_input … */
    type: string
    label?: string
    /** Table that a reference column points to. */
    reference?: string
    /** What a deletion of the record referred to does to this one (`sys_dictionary.reference_cascade_rule`). */
    cascadeRule?: string
    /** For a document id: the column that names the table of its record (`sys_dictionary.dependent`). */
    dependent?: string
    /** Values and their labels, in order (`sys_choice`). */
    choices?: Record<string, string>
    defaultValue?: string
    maxLength?: number
    mandatory?: boolean
    readOnly?: boolean
    unique?: boolean
    /** The column whose value stands for the record (display value). */
    display?: boolean
    /** First release that has the column; default all. */
    since?: Release
}

/** An index of a table. */
export interface IndexDefinition {
    columns: string[]
    unique?: boolean
}

/** Roles that may do something with a table's records; an empty list: every signed-in user; `admin` always may. */
export interface TableRights {
    read?: string[]
    create?: string[]
    write?: string[]
    delete?: string[]
}

/** A table as a plug-in or a deployed app brings it (`sys_db_object` with its `sys_dictionary` rows). */
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
    /** Records get a number such as INC0010001. */
    autoNumber?: { prefix: string; digits: number }
    /** What scripts of other scopes may do without a privilege of their own; default read only. */
    crossScope?: { read?: boolean; create?: boolean; update?: boolean; delete?: boolean }
    /** Who may use it through the Table API; default nobody but `admin`. */
    rights?: TableRights
    /** The Table API refuses tables without web service access; default true. */
    webServiceAccess?: boolean
    /** Own bookkeeping of the local instance (name begins with `local_`): exists for host code only, never for scripts or APIs. */
    hidden?: boolean
}

/** A table as the dictionary knows it: own and inherited columns together. */
export interface Table {
    name: string
    label: string
    extends: string | null
    /** The table itself, then its parents up to the root. */
    lineage: string[]
    /** All tables that extend it, directly or not, without itself. */
    descendants: string[]
    scope: string
    columns: ReadonlyMap<string, ColumnDefinition>
    displayColumn: string | null
    autoNumber: { prefix: string; digits: number } | null
    crossScope: { read: boolean; create: boolean; update: boolean; delete: boolean }
    webServiceAccess: boolean
    hidden: boolean
}

/** The tables and columns that exist. Anything it does not name does not exist. */
export interface Dictionary {
    table(name: string): Table | undefined
    tables(): Table[]
}

/** Who writes, and why. */
export interface WriteContext {
    /** user_name for sys_created_by and sys_updated_by. */
    userName: string
    /** `deployment` keeps sys_id and system fields as given and does not mark the record as customised. */
    reason?: 'api' | 'script' | 'deployment' | 'platform'
}

/** What a query asks for. */
export interface QueryOptions {
    /** Encoded query, `''` for all rows. */
    query?: string
    limit?: number
    offset?: number
    /** Resolves `javascript:gs.…` values; without it such values are refused. */
    evaluate?: (expression: string) => string
    /** user sys_id, for DYNAMIC and `javascript:gs.getUserID()` style operands. */
    userId?: string
    /** Columns to read (default all); sys_id always comes along. Unknown ones are left out. */
    columns?: string[]
    /** Unknown fields: `ignore` drops the condition (platform default for scripts), `refuse` throws StoreError. */
    unknownField?: 'ignore' | 'refuse'
}

/** One aggregate of a GlideAggregate. */
export interface Aggregate {
    function: 'COUNT' | 'SUM' | 'AVG' | 'MIN' | 'MAX' | 'COUNT(DISTINCT'
    /** Column; null for a plain COUNT. */
    column: string | null
}

/** A group of an aggregate query: the group-by values and one value per aggregate, in the order asked. */
export interface AggregateRow {
    group: Row
    values: (string | null)[]
}

/** A write the store or a plug-in's rule refuses. */
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

/** Runs before a row is written; may change `values`, and throws a StoreError to refuse the write. */
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
 * The records of one instance. Each thread opens its own store on the same database file; all calls are synchronous.
 * Every method that touches the database counts one statement per SQL statement that the caller asked for
 * (housekeeping such as the dictionary's own reads does not count).
 */
export interface Store {
    readonly dictionary: Dictionary
    /** SQL statements run for callers since this store was opened. */
    readonly statements: number
    get(table: string, sysId: string): Row | undefined
    /** First row of an encoded query. */
    first(table: string, query: string): Row | undefined
    /** Rows of a table (and of those that extend it, with the columns of `table` only). */
    query(table: string, options?: QueryOptions): Row[]
    count(table: string, options?: QueryOptions): number
    aggregate(
        table: string,
        options: QueryOptions & { groupBy?: string[]; aggregates: Aggregate[] }
    ): AggregateRow[]
    /** Adds defaults, sys_id, number, system fields; returns the row as stored. */
    insert(table: string, values: Row, context?: WriteContext): Row
    /** The row that {@link insert} would store: with defaults, sys_id and number. */
    draft(table: string, values: Row, context?: WriteContext): Row
    /** Whether a row that need not be stored meets the query; counts no statement. */
    matches(table: string, row: Row, options: QueryOptions): boolean
    /** Undefined if there is no such row. Journal columns append. */
    update(table: string, sysId: string, values: Row, context?: WriteContext): Row | undefined
    /** False where there was no such row. */
    delete(table: string, sysId: string, context?: WriteContext): boolean
    /** One UPDATE for all rows of the query; returns how many rows changed. */
    updateMultiple(table: string, query: string, values: Row, context?: WriteContext): number
    /** One DELETE for all rows of the query; returns how many rows went. */
    deleteMultiple(table: string, query: string, context?: WriteContext): number
    /** Display value of a column of a row: choice label, name of the referenced record, `true`/`false`, journal text. */
    displayValue(table: string, row: Row, column: string): string
    /** Walks `caller_id.company.name` from a row; null if the path ends. */
    dotWalk(table: string, row: Row, path: string, display?: boolean): string | null
    /** All or nothing. Nested calls join the outer transaction. */
    transaction<T>(run: () => T): T
    /** Creates a table or adds what is new in its definition (columns, indexes, choices). */
    define(definition: TableDefinition): void
    /** {@link define} for several tables at once, those first that others extend; one transaction. */
    defineAll(definitions: TableDefinition[]): void
    /** Copies the database as it is now, for {@link restore}. */
    snapshot(): void
    /** Puts the rows and tables back as they were at the last {@link snapshot}; other threads see it at once. */
    restore(): void
    addRule(rule: WriteRule): void
    /** A system property's value (`sys_properties`), cached until any metadata changes; does not count as a statement. */
    property(name: string): string | undefined
    /** Grows with each change of metadata by any thread; caches of metadata hold as long as it stays. */
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
