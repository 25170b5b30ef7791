import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, type Clock } from '../../src/core/clock'
import type { Schema } from '../../src/core/plugin'
import { applySchemas } from '../../src/core/store/apply-schema'
import { createStore } from '../../src/core/store/open-store'
import type { Row, Store } from '../../src/core/store/types'

/** 2026-11-22 08:00:00 UTC, a Sunday. */
const NOW = Date.UTC(2026, 10, 22, 8)

export interface TestStore {
    store: Store
    clock: Clock
    file: string
    close(): void
}

/** A store in a separate folder, with the given schemas. */
export function openTestStore(...schemas: Schema[]): TestStore {
    const folder = mkdtempSync(join(tmpdir(), 'store-'))
    const clock = createClock({ now: NOW, frozen: true })
    const file = join(folder, 'instance.db')
    const store = createStore({ file, clock })
    applySchemas(store, schemas, clock)
    return {
        store,
        clock,
        file,
        close() {
            store.close()
            rmSync(folder, { recursive: true, force: true })
        },
    }
}

/** A column's values, in the order of the rows. */
export function column(rows: Row[], name: string): (string | null)[] {
    return rows.map((row) => row[name] ?? null)
}

/** The code of the StoreError that a call throws; fails if it throws none. */
export function codeOf(run: () => unknown): string {
    try {
        run()
    } catch (error) {
        return (error as { code?: string }).code ?? `no code: ${String(error)}`
    }
    throw new Error('nothing was thrown')
}
