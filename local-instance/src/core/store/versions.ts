import type { Database } from './database'

/**
 * Version counters for cache invalidation. A change of the dictionary or a property is also a change of
 * metadata.
 */
export type VersionKind = 'metadata' | 'dictionary' | 'properties'

const CELLS: Record<VersionKind, number> = { metadata: 0, dictionary: 1, properties: 2 }

/** Counters that all threads of an instance share; each increases with every change of its kind. */
export interface Versions {
    of(kind: VersionKind): number
    /**
     * Records a change: visible to this thread at once, and to all threads when the transaction has ended.
     */
    changed(kinds: Iterable<VersionKind>): void
}

/** The memory that {@link openVersions} works on. */
export function createVersionMemory(): SharedArrayBuffer {
    return new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT)
}

/** Opens the counters for one thread's connection. */
export function openVersions(shared: SharedArrayBuffer, database: Database): Versions {
    const cells = new Int32Array(shared)
    const open = new Set<VersionKind>()
    const bump = (kind: VersionKind) => void Atomics.add(cells, CELLS[kind], 1)
    // The second increment makes other threads reload, since they could not see the rows before. It also
    // covers a rollback.
    database.onEnd(() => {
        for (const kind of open) bump(kind)
        open.clear()
    })
    return {
        of: (kind) => Atomics.load(cells, CELLS[kind]),
        changed(kinds) {
            for (const kind of kinds) {
                bump(kind)
                if (database.inTransaction) open.add(kind)
            }
        },
    }
}

/** The counters that a write to a table with these ancestors increments. */
export function kindsOf(lineage: string[]): VersionKind[] {
    const kinds: VersionKind[] = []
    if (lineage.includes('sys_metadata')) kinds.push('metadata')
    if (lineage.some((name) => DICTIONARY_TABLES.has(name))) kinds.push('metadata', 'dictionary')
    if (lineage.includes('sys_properties')) kinds.push('properties')
    return kinds
}

/** Tables whose rows form the dictionary. */
const DICTIONARY_TABLES: ReadonlySet<string> = new Set([
    'sys_db_object',
    'sys_dictionary',
    'sys_choice',
    'sys_number',
    'sys_index',
])
