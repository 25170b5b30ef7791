import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, type Clock } from 'openfin-servicenow-local-instance'
import type { Schema } from 'openfin-servicenow-local-instance/dist/core/plugin'
import { applySchemas } from 'openfin-servicenow-local-instance/dist/core/store/apply-schema'
import { createStore } from 'openfin-servicenow-local-instance/dist/core/store/open-store'
import type { Store } from 'openfin-servicenow-local-instance/dist/core/store/types'
import { allSchemas } from 'openfin-servicenow-local-instance/dist/plugins/all-schemas'

/** 2026-11-22 08:00:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 8)

/** The store of an instance without the instance. */
export interface FuzzStore {
    store: Store
    clock: Clock
    close(): void
}

/** Opens a store with all tables of an instance and further ones, in a separate folder. */
export function openFuzzStore(more: Schema[] = []): FuzzStore {
    const folder = mkdtempSync(join(tmpdir(), 'fuzz-store-'))
    const clock = createClock({ now: NOW, frozen: true })
    const store = createStore({ file: join(folder, 'instance.db'), clock })
    applySchemas(store, [...allSchemas, ...more], clock)
    return {
        store,
        clock,
        close() {
            store.close()
            rmSync(folder, { recursive: true, force: true })
        },
    }
}
