import type { Host } from '../../core/plugin'
import { recordId } from '../../core/store/record-id'

/** Puts the instance's nodes into `sys_cluster_state`, where the SDK reads the release from (`build_name`). */
export function writeClusterState({ store, settings }: Host): void {
    const { release, nodes } = settings
    store.transaction(() => {
        store.deleteMultiple('sys_cluster_state', '')
        for (let node = 1; node <= nodes; node++) {
            store.insert('sys_cluster_state', {
                node_id: recordId('sys_cluster_state', String(node)),
                system_id: `local-instance:${node}`,
                status: 'online',
                build_name: release.charAt(0).toUpperCase() + release.slice(1),
            })
        }
    })
}
