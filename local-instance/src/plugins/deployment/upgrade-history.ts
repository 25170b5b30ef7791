import type { Row, Store } from '../../core/store/types'
import { DISPOSITION } from './upgrade-tables'

/** Outcome of one record in an installation. */
export type Disposition = keyof typeof DISPOSITION

/** Records one installation in `sys_upgrade_history` and `sys_upgrade_history_log`. */
export interface UpgradeHistory {
    note(
        disposition: Disposition,
        record: { updateName: string; table: string; targetName?: string | null }
    ): void
    readonly counts: Readonly<Record<Disposition, number>>
    /** Writes the history. Times as `yyyy-MM-dd HH:mm:ss`. */
    write(upgrade: { scope: string; version: string; started: string; finished: string }): void
}

/** The history of one installation, held in memory until it is written with the rest. */
export function createUpgradeHistory(store: Store): UpgradeHistory {
    const rows: Row[] = []
    const counts = Object.fromEntries(Object.keys(DISPOSITION).map((name) => [name, 0])) as Record<
        Disposition,
        number
    >
    return {
        counts,
        note(disposition, { updateName, table, targetName }) {
            counts[disposition] += 1
            rows.push({
                file_name: updateName,
                type: store.dictionary.table(table)?.label ?? table,
                target_name: targetName ?? null,
                disposition: DISPOSITION[disposition],
                changed: disposition === 'unchanged' ? '0' : '1',
            })
        },
        write({ scope, version, started, finished }) {
            const history = store.insert('sys_upgrade_history', {
                from_version: null,
                // The SDK expects the scope name here, not a version (SDK connector.js, appUpgradeStatus).
                to_version: scope,
                upgrade_started: started,
                upgrade_finished: finished,
            })
            const plugin = `${scope} ${version}`.trim()
            for (const row of rows) {
                store.insert('sys_upgrade_history_log', {
                    ...row,
                    plugin,
                    upgrade_history: history['sys_id'] ?? null,
                })
            }
        },
    }
}
