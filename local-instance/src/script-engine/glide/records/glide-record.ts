import type { RecordOperation } from '../../../core/rights'
import type { Row } from '../../../core/store/types'
import { BridgeRefusal } from '../scope-bridge'
import { writableValues } from './record-access'
import type { RecordParts } from './record-parts'
import { RecordReader } from './record-reader'
import type { WriteTarget } from './record-writer'
import { STORED, toText } from '../values'

/** Errors for which a write returns null; all others are thrown. */
const REFUSALS = new Set(['aborted', 'duplicate_key', 'invalid_value', 'refused'])

/** A record, or the records of a query (c_GlideRecordScopedAPI). Its columns are its properties. */
export class GlideRecord extends RecordReader {
    readonly #parts: RecordParts
    #workflow = true
    #lastError: string | null = null

    /** @internal Scripts get a class of their scope that takes a table's name. */
    constructor(parts: RecordParts) {
        super(parts)
        this.#parts = parts
    }

    static override [Symbol.hasInstance](value: unknown): boolean {
        return typeof value === 'object' && value !== null && #parts in value
    }

    setValue(name: unknown, value: unknown): void {
        this.#parts.cursor.set(toText(name), value)
    }

    /** Initializes an empty record, without defaults. */
    initialize(): void {
        this.#parts.cursor.standOn(null)
        this.#parts.found = true
    }

    /** Initializes a record with defaults and a sys_id. */
    newRecord(): void {
        const { cursor, host, table } = this.#parts
        this.initialize()
        for (const { name, defaultValue } of table.columns) {
            if (defaultValue !== undefined && !defaultValue.startsWith('javascript:'))
                cursor.set(name, defaultValue)
        }
        cursor.set('sys_id', host.call('guid', {}))
        cursor.isNew = true
    }

    setNewGuidValue(guid: unknown): void {
        this.#parts.cursor.set('sys_id', guid)
    }

    /** sys_id of the new record; null if it was rejected, see getLastErrorMessage(). */
    insert(): string | null {
        const { cursor } = this.#parts
        // A copy of a stored record is a record of its own.
        const { sys_id: ownId, ...others } = cursor.row
        const sysId = cursor.isStored ? cursor.changes['sys_id'] : ownId
        const values = sysId ? { ...others, sys_id: sysId } : others
        return this.#save('create', values, (allowed) =>
            this.#parts.scope.rules.insert(this.#target(), allowed)
        )
    }

    /** sys_id of the record, which is inserted if it does not exist; null if it was rejected. */
    update(): string | null {
        const { cursor, scope } = this.#parts
        const { stored } = cursor
        if (stored === null || !stored['sys_id']) return this.insert()
        return this.#save('write', cursor.changes, (values) =>
            Object.keys(values).length === 0 ? cursor.row : scope.rules.update(this.#target(), stored, values)
        )
    }

    /**
     * Writes the changed values to all records of the query, in one statement, or record by record if
     * business rules or access rules apply.
     */
    updateMultiple(): void {
        const { access, cursor, host, nothing, query, scope, table } = this.#parts
        const values = cursor.changes
        if (nothing || Object.keys(values).length === 0) return
        if (!scope.secure && !scope.rules.has(table, 'update')) {
            host.call('updateMultiple', { table: table.name, query, values })
            return
        }
        for (const row of this.#parts.rows(query, { strict: true })) {
            if (!row['sys_id'] || !access.row('write', row)) continue
            const allowed = writableValues(access, 'write', { values, row })
            this.#unlessRefused(() => scope.rules.update(this.#target(), row, allowed))
        }
    }

    /** False if there was no record to delete. */
    deleteRecord(): boolean {
        const { aborted, access, cursor, scope } = this.#parts
        const { stored } = cursor
        if (!stored?.['sys_id'] || aborted || !access.row('delete', cursor.row)) return false
        return this.#unlessRefused(() => scope.rules.delete(this.#target(), stored)) ?? false
    }

    /** Deletes all records of the query, regardless of a limit. */
    deleteMultiple(): void {
        const { access, host, nothing, query, scope, table } = this.#parts
        if (nothing) return
        if (!scope.secure && !scope.rules.has(table, 'delete')) {
            host.call('deleteMultiple', { table: table.name, query })
            return
        }
        for (const row of this.#parts.rows(query, { strict: true })) {
            if (!row['sys_id'] || !access.row('delete', row)) continue
            this.#unlessRefused(() => scope.rules.delete(this.#target(), row))
        }
    }

    /** While true, writes return null and do nothing; moving to another row resets it. */
    setAbortAction(b: unknown): void {
        this.#parts.aborted = Boolean(b)
    }

    isActionAborted(): boolean {
        return this.#parts.aborted
    }

    /**
     * The operation on a business rule's `current`: `insert`, `update` or `delete`; null for other records.
     */
    operation(): string | null {
        return this.#parts.operation ?? null
    }

    /** With false, writes of this record run no business rules. */
    setWorkflow(enable: unknown): void {
        this.#workflow = Boolean(enable)
    }

    /** Reason why the last write was rejected; null if it was not. */
    getLastErrorMessage(): string | null {
        return this.#lastError
    }

    canRead(): boolean {
        return this.#can('read')
    }

    canWrite(): boolean {
        return this.#can('write')
    }

    canCreate(): boolean {
        return this.#can('create')
    }

    canDelete(): boolean {
        return this.#can('delete')
    }

    [STORED](): string | null {
        return this.getUniqueValue()
    }

    #target(): WriteTarget {
        const { host, table } = this.#parts
        return { host, table, workflow: this.#workflow }
    }

    #can(operation: RecordOperation): boolean {
        const { cursor, exists, host, table } = this.#parts
        if (!exists) return false
        return host.call('can', {
            table: table.name,
            operation,
            ...(cursor.isStored ? { row: cursor.row } : {}),
        })
    }

    #save(operation: 'create' | 'write', values: Row, write: (allowed: Row) => Row | null): string | null {
        const { aborted, access, cursor, exists } = this.#parts
        const { row } = cursor
        if (!exists || aborted || !access.row(operation, row)) return null
        const saved = this.#unlessRefused(() => write(writableValues(access, operation, { values, row })))
        if (!saved) return null
        cursor.standOn(saved)
        return saved['sys_id'] ?? null
    }

    #unlessRefused<T>(write: () => T): T | null {
        this.#lastError = null
        try {
            return write()
        } catch (error) {
            if (!(error instanceof BridgeRefusal) || !REFUSALS.has(error.code)) throw error
            this.#lastError = error.message
            this.#parts.host.warn(error.message)
            return null
        }
    }
}
