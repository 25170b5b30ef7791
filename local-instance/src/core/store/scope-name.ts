import type { Store } from './types'

/** The name of the scope that a record's `sys_scope` refers to; `global` if it is empty. */
export function scopeName(store: Store, sysScope: string | null | undefined): string {
    if (!sysScope || sysScope === 'global' || !store.dictionary.table('sys_scope')) return 'global'
    return store.get('sys_scope', sysScope)?.['scope'] ?? 'global'
}
