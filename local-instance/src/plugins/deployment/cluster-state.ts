import type { Host } from '../../core/plugin'
import { recordId } from '../../core/store/record-id'
import type { Store } from '../../core/store/types'

/**
 * Publishes the release: in the nodes of `sys_cluster_state`, which the SDK reads (`build_name`), and in the
 * properties that scripts read (DOCS devops-reference-error-messages: `glide.buildtag.last`, `glide.war`).
 * The form of the tag, `glide-<family>-…`, is assumed.
 */
export function writeClusterState({ store, settings }: Host): void {
    const { release, nodes } = settings
    const buildName = release.charAt(0).toUpperCase() + release.slice(1)
    const tag = `glide-${release}-01-01-2026__patch1-01-01-2026`
    store.transaction(() => {
        store.deleteMultiple('sys_cluster_state', '')
        for (let node = 1; node <= nodes; node++) {
            store.insert('sys_cluster_state', {
                node_id: recordId('sys_cluster_state', String(node)),
                system_id: `local-instance:${node}`,
                status: 'online',
                build_name: buildName,
            })
        }
        setProperty(store, 'glide.buildname', buildName)
        setProperty(store, 'glide.buildtag', tag)
        setProperty(store, 'glide.buildtag.last', tag)
        setProperty(store, 'glide.war', `${tag}.zip`)
    })
}

function setProperty(store: Store, name: string, value: string): void {
    const row = store.first('sys_properties', `name=${name}`)
    if (row) store.update('sys_properties', row['sys_id'] ?? '', { value })
    else store.insert('sys_properties', { name, type: 'string', value, sys_name: name, sys_scope: 'global' })
}
