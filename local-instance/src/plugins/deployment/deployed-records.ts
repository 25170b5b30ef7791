import { createHash } from 'node:crypto'
import type { Row, Store } from '../../core/store/types'
import { contentOf, type InstallFolder } from './app-package'
import type { RecordChange } from './record-changes'

const TABLE = 'local_deployed_record'

/** Stored information about a record that a package installed. */
export interface DeployedRecord {
    id: string
    folder: InstallFolder
    table: string
    record: string
    updateName: string
    hash: string
}

/** The records that an application's packages installed, by table and sys_id in the package. */
export interface DeployedRecords {
    of(table: string, record: string): DeployedRecord | undefined
    all(): DeployedRecord[]
    remember(record: Omit<DeployedRecord, 'id'>): void
    forget(record: DeployedRecord): void
}

/** Opens the installed records of one application. */
export function openDeployedRecords(store: Store, application: string): DeployedRecords {
    const rows = store.query(TABLE, { query: `application=${application}` })
    const byKey = new Map(rows.map(fromRow).map((record) => [keyOf(record), record]))
    return {
        of: (table, record) => byKey.get(keyOf({ table, record })),
        all: () => [...byKey.values()],
        remember(record) {
            const values: Row = {
                application,
                folder: record.folder,
                table_name: record.table,
                record: record.record,
                update_name: record.updateName,
                content_hash: record.hash,
            }
            const known = byKey.get(keyOf(record))
            const row = known ? store.update(TABLE, known.id, values) : store.insert(TABLE, values)
            byKey.set(keyOf(record), { ...record, id: row?.['sys_id'] ?? '' })
        },
        forget(record) {
            byKey.delete(keyOf(record))
            store.delete(TABLE, record.id)
        },
    }
}

/** Fingerprint that shows whether two versions of a package contain the same record. */
export function hashOf(change: RecordChange): string {
    return createHash('sha256').update(contentOf(change)).digest('hex')
}

function keyOf({ table, record }: { table: string; record: string }): string {
    return `${table}:${record}`
}

function fromRow(row: Row): DeployedRecord {
    return {
        id: row['sys_id'] ?? '',
        folder: (row['folder'] ?? 'update') as InstallFolder,
        table: row['table_name'] ?? '',
        record: row['record'] ?? '',
        updateName: row['update_name'] ?? '',
        hash: row['content_hash'] ?? '',
    }
}
