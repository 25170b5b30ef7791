import { openClock, toGlideDateTime, type Clock } from '../clock'
import { createChangedTablesMemory, openChangedTables } from './changed-tables'
import { openDatabase } from './database'
import { createDictionary } from './dictionary'
import { createDictionaryTables, defineTables } from './define'
import { createDisplay } from './display'
import { createIndexes } from './list-plan'
import { rowMatches } from './matches'
import type { StoreParts } from './parts'
import { createProperties } from './properties'
import { createReader } from './read'
import { createSnapshots } from './snapshot'
import type { Store, StoreHandle, TableDefinition } from './types'
import { createVersionMemory, openVersions } from './versions'
import { createMultipleWriter } from './write-multiple'
import { createWriter } from './write'
import { createWriteLockMemory, openWriteLock } from './write-lock'

/**
 * Opens or creates an instance's database, with the tables of the dictionary. One instance owns a file; its
 * other threads open it with {@link openStore}.
 *
 * @throws Error of SQLite if the file cannot be used.
 */
export function createStore({ file, clock }: { file: string; clock: Clock }): Store {
    return open(
        {
            file,
            versions: createVersionMemory(),
            writeLock: createWriteLockMemory(),
            changedTables: createChangedTablesMemory(),
            clock: clock.shared,
        },
        true
    )
}

/** Opens the database of a running instance in one of its threads. The thread adds the rules itself. */
export function openStore(handle: StoreHandle): Store {
    return open(handle, false)
}

function open(handle: StoreHandle, first: boolean): Store {
    const clock = openClock(handle.clock)
    const changedTables = openChangedTables(handle.changedTables)
    const database = openDatabase(handle.file, openWriteLock(handle.writeLock), changedTables)
    const versions = openVersions(handle.versions, database)
    const dictionary = createDictionary(database, versions)
    const property = createProperties(database, versions)
    let statements = 0
    let counting = true

    const parts: StoreParts = {
        database,
        dictionary,
        versions,
        rules: [],
        now: () => clock.now(),
        property,
        indexes: createIndexes(database, versions),
        count() {
            if (counting) statements += 1
        },
        uncounted(run) {
            const before = counting
            counting = false
            try {
                return run()
            } finally {
                counting = before
            }
        },
        store: () => store,
    }
    const definer = { database, dictionary, versions, now: () => toGlideDateTime(clock.now()) }
    const defineAll = (definitions: TableDefinition[]) => defineTables(definer, definitions)
    if (first) createDictionaryTables(definer)
    const snapshots = createSnapshots({ file: handle.file, database, versions, dictionary, changedTables })
    let closed = false

    const store: Store = {
        dictionary,
        get statements() {
            return statements
        },
        ...createReader(parts),
        ...createWriter(parts),
        ...createMultipleWriter(parts),
        ...createDisplay(parts),
        matches: (name, row, options) => rowMatches(parts, name, row, options),
        transaction: (run) => database.transaction(run),
        define: (definition) => defineAll([definition]),
        defineAll,
        addRule: (rule) => void parts.rules.push(rule),
        property,
        metadataVersion: () => versions.of('metadata'),
        snapshot: snapshots.snapshot,
        restore: snapshots.restore,
        handle,
        close() {
            if (closed) return
            closed = true
            database.close()
            if (first) snapshots.remove()
        },
    }
    return store
}
