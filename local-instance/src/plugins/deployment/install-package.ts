import { toGlideDateTime, type Clock } from '../../core/clock'
import type { Log } from '../../core/log'
import { StoreError, type Store, type WriteContext } from '../../core/store/types'
import type { AppPackage } from './app-package'
import { checkPackage } from './check-package'
import { readCustomisations } from './customisations'
import { openDeployedRecords } from './deployed-records'
import { PackageError, packageError, type PackageProblem } from './package-error'
import { createReferences } from './references'
import { removeDropped } from './remove-dropped'
import { skipUnknownTables } from './unknown-tables'
import { createUpgradeHistory, type UpgradeHistory } from './upgrade-history'
import { writeApplication, writeTables } from './write-application'
import { applyChange, type Installation } from './apply-change'

/** Options for installing a package. */
export interface InstallOptions {
    /** Also installs the records of `unload.demo`. */
    demoData: boolean
    /** Installs the application as `sys_store_app` instead of `sys_app`. */
    storeApp: boolean
    /** user_name of the installing user. */
    userName: string
}

/**
 * Installs or upgrades a package atomically. It is checked against the instance before the first write.
 *
 * @throws PackageError with file and line; nothing has been written then.
 */
export function installPackage(
    { store, clock, log }: { store: Store; clock: Clock; log: Log },
    given: AppPackage,
    options: InstallOptions
): UpgradeHistory['counts'] {
    const { pkg, skipped } = skipUnknownTables(store, given)
    const { left, stored } = checkPackage(store, pkg)
    const invalid: PackageProblem[] = []
    const started = toGlideDateTime(clock.now())
    const context: WriteContext = { userName: options.userName, reason: 'deployment' }
    const history = createUpgradeHistory(store)
    store.transaction(() => {
        const installation: Installation = {
            store,
            pkg,
            context,
            history,
            customisations: readCustomisations(store),
            deployed: openDeployedRecords(store, pkg.scopeId),
            references: createReferences(store, pkg),
            invalid,
        }
        guarded(pkg.application, () => writeApplication(installation, options))
        if (stored.length > 0) store.defineAll(stored)
        writeTables(installation)
        for (const { folder, changes } of ordered(pkg)) {
            if (folder === 'unload.demo' && !options.demoData) continue
            for (const change of changes) guarded(change, () => applyChange(installation, folder, change))
        }
        removeDropped(installation)
        const finished = toGlideDateTime(clock.now())
        history.write({ scope: pkg.scope, version: pkg.version, started, finished })
    })
    const say = (level: 'info' | 'warn', message: string) => log.write(level, 'Deployment', message)
    if (skipped.length > 0) {
        say('warn', `Skipped records of unknown tables:\n${new PackageError(skipped).message}`)
    }
    if (left.length > 0) say('info', `Ignored columns that do not exist on this instance: ${left.join(', ')}`)
    if (invalid.length > 0) say('warn', `Ignored invalid values:\n${new PackageError(invalid).message}`)
    return history.counts
}

/** Records that describe tables come first, since others are checked against them. */
function ordered({ updates }: AppPackage): AppPackage['updates'] {
    const rank = ({ changes }: AppPackage['updates'][number]) =>
        /^sys_(db_object|dictionary|choice|number|index)/.test(changes[0]?.table ?? '') ? 0 : 1
    const folders = ['update', 'apply_once', 'unload', 'unload.demo']
    return updates.toSorted(
        (a, b) => folders.indexOf(a.folder) - folders.indexOf(b.folder) || rank(a) - rank(b)
    )
}

/** Adds the place in the package to an error of the store. */
function guarded(place: { file: string; line: number }, run: () => void): void {
    try {
        run()
    } catch (error) {
        if (error instanceof StoreError) throw packageError(place.file, place.line, error.message)
        throw error
    }
}
