/** Tables whose names have the same hash share a cell, so an unchanged table may count as changed. */
const CELLS = 4096

/** Tables written since the last snapshot, by any thread of the instance. */
export interface ChangedTables {
    add(table: string): void
    /** Records that tables or indexes were created, altered or dropped. */
    addSchema(): void
    has(table: string): boolean
    /** Whether tables and indexes are unchanged. */
    readonly sameSchema: boolean
    clear(): void
}

/** The memory that {@link openChangedTables} works on. */
export function createChangedTablesMemory(): SharedArrayBuffer {
    return new SharedArrayBuffer((CELLS + 1) * Int32Array.BYTES_PER_ELEMENT)
}

/** Opens the list for one thread's connection. */
export function openChangedTables(shared: SharedArrayBuffer): ChangedTables {
    const cells = new Int32Array(shared)
    return {
        add: (table) => void Atomics.store(cells, cellOf(table), 1),
        addSchema: () => void Atomics.store(cells, CELLS, 1),
        has: (table) => Atomics.load(cells, cellOf(table)) === 1,
        get sameSchema() {
            return Atomics.load(cells, CELLS) === 0
        },
        clear() {
            for (let cell = 0; cell <= CELLS; cell++) Atomics.store(cells, cell, 0)
        },
    }
}

function cellOf(table: string): number {
    let hash = 0
    for (let index = 0; index < table.length; index++) hash = (hash * 31 + table.charCodeAt(index)) | 0
    return hash & (CELLS - 1)
}
