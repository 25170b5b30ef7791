import type { Row } from '../../../core/store/types'
import type { RuleOperation, TableView } from '../../bridge/bridge'
import { resolveExpressions, type SystemCalls } from './dynamic-values'
import type { ScopeHost } from '../scope-bridge'
import { QueryBuilder } from './query-builder'
import { checkedAccess, UNCHECKED, type RecordAccess } from './record-access'
import { RecordCursor } from './record-cursor'
import type { RecordWriter } from './record-writer'
import { toText } from '../values'

/** Context of a scope's record classes. */
export interface RecordScope {
    host: ScopeHost
    /** The scope's `gs`, for `javascript:gs.…` in queries. */
    system: () => SystemCalls
    /** A record of the same class on another table. */
    open(table: string): unknown
    /** True for GlideRecordSecure. */
    secure: boolean
    /** Runs the business rules of written tables. */
    rules: RecordWriter
}

/**
 * Internal state of a GlideRecord or GlideAggregate, shared by its class hierarchy. Scripts never see it;
 * constructors throw without it, so no script can create a record of another scope.
 */
export class RecordParts {
    readonly scope: RecordScope
    readonly host: ScopeHost
    readonly table: TableView
    /** False if the table is not visible to scripts. */
    readonly exists: boolean
    readonly cursor: RecordCursor
    readonly builder: QueryBuilder
    readonly access: RecordAccess
    /** False after a get() that found nothing. */
    found = true
    aborted = false
    /** The operation on the record that is a business rule's `current`. */
    operation: RuleOperation | undefined

    constructor(scope: RecordScope, tableName: unknown) {
        const name = toText(tableName)
        const table = scope.host.table(name)
        this.scope = scope
        this.host = scope.host
        this.exists = table !== null
        this.table = table ?? nothingOf(name)
        this.cursor = new RecordCursor(scope.host, this.table)
        this.builder = new QueryBuilder(scope.host, this.table)
        this.access = scope.secure ? checkedAccess(scope.host, this.table) : UNCHECKED
        if (!table) scope.host.warn(`Invalid table name: ${name}`)
    }

    /** The query in the host's format. */
    get query(): string {
        return resolveExpressions(this.builder.encoded(), this.scope.system)
    }

    /**
     * Nothing can match: the table is unknown, or a condition is invalid and a property makes the platform
     * strict.
     */
    get nothing(): boolean {
        return !this.exists || this.builder.nothing
    }

    /** Rows of the query that this record's user may read. */
    rows(query: string, range: { limit?: number; offset?: number; strict?: boolean }): Row[] {
        const rows = this.host.call('query', { table: this.table.name, query, ...range })
        return rows.filter((row) => this.access.row('read', row))
    }
}

/** The internal state, or an error if a script called the constructor of a base class. */
export function requireParts(parts: unknown): RecordParts {
    if (parts instanceof RecordParts) return parts
    throw new TypeError('Illegal constructor')
}

function nothingOf(name: string): TableView {
    return {
        name,
        label: name,
        lineage: [],
        extensions: [],
        scope: '',
        columns: [],
        displayColumn: null,
        rules: [],
    }
}
