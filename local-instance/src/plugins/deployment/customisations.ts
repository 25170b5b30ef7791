import type { Store } from '../../core/store/types'

/** Changes by users to application files since the installation. */
export interface Customisations {
    /** True if an upgrade skips the file. */
    has(updateName: string): boolean
    /** True if a user's last change was to delete it. */
    deleted(updateName: string): boolean
}

/** Reads `sys_update_xml`. "Replace on upgrade" removes a file's protection, as on the platform. */
export function readCustomisations(store: Store): Customisations {
    const rows = store.query('sys_update_xml', {
        query: 'replace_on_upgrade=false',
        columns: ['name', 'action'],
    })
    const actions = new Map(rows.map((row) => [row['name'] ?? '', row['action']]))
    return {
        has: (updateName) => actions.has(updateName),
        deleted: (updateName) => actions.get(updateName) === 'DELETE',
    }
}
