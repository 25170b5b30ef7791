import type { Store } from '../../core/store/types'
import type { AppPackage } from './app-package'
import type { PackageProblem } from './package-error'
import { viewTables } from './table-view'

/**
 * Whether records of tables that the instance lacks are skipped. The platform's behaviour is not documented,
 * so both are supported; by default the package is rejected, which is stricter (F-DEPLOY-16).
 */
const SKIP_UNKNOWN_TABLES = 'local_instance.deployment.skip_unknown_tables'

/** Adds the property, which exists only on a local instance. */
export function seedUnknownTables(store: Store): void {
    store.insert('sys_properties', {
        name: SKIP_UNKNOWN_TABLES,
        type: 'boolean',
        value: 'false',
        description:
            'Packages are installed without the records of tables that this instance lacks. False: such packages are rejected.',
        sys_name: SKIP_UNKNOWN_TABLES,
        sys_scope: 'global',
    })
}

/**
 * The package as installed here: without the records of unknown tables if these are skipped, otherwise
 * complete. `skipped` contains their places in the package.
 */
export function skipUnknownTables(
    store: Store,
    pkg: AppPackage
): { pkg: AppPackage; skipped: PackageProblem[] } {
    const skipped: PackageProblem[] = []
    if (store.property(SKIP_UNKNOWN_TABLES) !== 'true') return { pkg, skipped }
    const { has } = viewTables(store, pkg)
    const updates = pkg.updates.map((update) => ({
        ...update,
        changes: update.changes.filter(({ table, file, line }) => {
            if (!has(table)) skipped.push({ file, line, message: `Unknown table ${table}` })
            return has(table)
        }),
    }))
    return { pkg: { ...pkg, updates }, skipped }
}
