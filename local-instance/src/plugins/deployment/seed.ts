import type { Store } from '../../core/store/types'

/** sys_id of the category that the SDK assigns to notifications (EXPLAIN emailnotification-api). */
const DEFAULT_CATEGORY = 'c97d83137f4432005f58108c3ffa917a'

/** The scope of all records without an application. */
export function seedDeployment(store: Store): void {
    store.insert('sys_scope', {
        sys_id: 'global',
        name: 'Global',
        scope: 'global',
        source: 'global',
        active: '1',
    })
    store.insert('sys_update_set', { name: 'Default', application: 'global', is_default: '1' })
    store.insert('sys_ui_view', { name: '', title: 'Default view', sys_scope: 'global' })
    store.insert('sys_notification_category', {
        sys_id: DEFAULT_CATEGORY,
        name: 'General',
        sys_scope: 'global',
    })
}
