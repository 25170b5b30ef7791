import type { Row } from '../../../core/store/types'
import type { RuleOperation, TableView } from '../../bridge/bridge'
import type { BusinessRuleRunner } from './run-business-rules'
import { BridgeRefusal, type ScopeHost } from '../scope-bridge'
import type { RecordWriter, WriteTarget } from './record-writer'
import { RecordChange } from './rule-change'

/**
 * Writes records with the business rules of their table. As on the platform, rules and write are not one
 * transaction: a rule's writes to other records persist even if the record's own write is aborted.
 */
export class RuledWrites implements RecordWriter {
    readonly #rules: BusinessRuleRunner

    constructor(rules: BusinessRuleRunner) {
        this.#rules = rules
    }

    insert(target: WriteTarget, values: Row): Row | null {
        const { host, table } = target
        if (!this.#ruled(target, 'insert')) return host.call('insert', { table: table.name, values })
        const draft = host.call('draft', { table: table.name, values })
        const change = new RecordChange(table, 'insert', { stored: null, changes: draft })
        return this.#write(host, change, () =>
            host.call('insert', { table: table.name, values: change.changes })
        )
    }

    update(target: WriteTarget, stored: Row, changes: Row): Row | null {
        const { host, table } = target
        const sysId = stored['sys_id'] ?? ''
        const write = (values: Row) => host.call('update', { table: table.name, sysId, values })
        if (!this.#ruled(target, 'update')) return write(changes)
        const real = differences(stored, changes)
        if (isEmpty(real)) return stored
        const change = new RecordChange(table, 'update', { stored, changes: real })
        return this.#write(host, change, () => write(differences(stored, change.changes)))
    }

    delete(target: WriteTarget, stored: Row): boolean {
        const { host, table } = target
        const sysId = stored['sys_id'] ?? ''
        const write = () => host.call('delete', { table: table.name, sysId })
        if (!this.#ruled(target, 'delete')) return write()
        const change = new RecordChange(table, 'delete', { stored, changes: {} })
        return this.#write(host, change, () => (write() ? stored : null)) !== null
    }

    has(table: TableView, operation: RuleOperation): boolean {
        return table.rules.indexOf(operation) >= 0
    }

    #ruled({ host, table, workflow }: WriteTarget, operation: RuleOperation): boolean {
        if (!this.has(table, operation)) return false
        // DOCS c_GlideRecordScopedAPI setWorkflow(): "can't be set for cross-scoped applications".
        return workflow || (host.scope !== 'global' && host.scope !== table.scope)
    }

    #write(host: ScopeHost, change: RecordChange, write: () => Row | null): Row | null {
        this.#rules.enter(change)
        try {
            this.#rules.run('before', host, change)
            if (change.abortedBy !== undefined) {
                host.warn(change.abortedBy)
                throw new BridgeRefusal('aborted', change.abortedBy)
            }
            const row = write()
            if (row === null) return null
            change.written(row)
            this.#rules.run('after', host, change)
            this.#rules.queue(host, change)
            return row
        } finally {
            this.#rules.leave()
        }
    }
}

/** The values that differ from the stored row. */
function differences(stored: Row, changes: Row): Row {
    const real: Row = {}
    for (const name in changes) {
        const value = changes[name] ?? null
        if (value !== (stored[name] ?? null)) real[name] = value
    }
    return real
}

function isEmpty(row: Row): boolean {
    for (const _ in row) return false
    return true
}
