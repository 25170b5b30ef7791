import type { Database } from './database'

/** What caches hold on to. A change of the dictionary or a property is a change of metadata, too. */
export type VersionKind = 'metadata' | 'dictionary' | 'properties'

const CELLS: Record<VersionKind, number> = { metadata: 0, dictionary: 1, properties: 2 }

/** Counters that all threads of an instance share; each grows with every change of its kind. */
export interface Versions {
    of(kind: VersionKind): number
    /** Notes a change: seen at once by this thread, and by all when the transaction has ended. */
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
    // The second count makes other threads, which could not see the rows before, read again; a rollback as well.
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

/** Which counters a write to a table with this lineage moves. */
export function kindsOf(lineage: string[]): VersionKind[] {
    const kinds: VersionKind[] = []
    if (lineage.includes('sys_metadata')) kinds.push('metadata')
    if (lineage.some((name) => DICTIONARY_TABLES.has(name))) kinds.push('metadata', 'dictionary')
    if (lineage.includes('sys_properties')) kinds.push('properties')
    return kinds
}

/** Tables whose rows make up the dictionary. */
const DICTIONARY_TABLES: ReadonlySet<string> = new Set([
    'sys_db_object',
    'sys_dictionary',
    'sys_choice',
    'sys_number',
    'sys_index',
])
