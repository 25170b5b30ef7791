import type { Host } from '../../core/plugin'
import type { Store } from '../../core/store/types'

/** Property of the local instance only; a real instance may have a proxy that adds the header. */
const PROPERTY = 'local_instance.cross_origin_opener_policy'

const POLICIES = ['unsafe-none', 'same-origin-allow-popups', 'same-origin', 'noopener-allow-popups']

/**
 * Serves the instance's pages, redirects included, with the Cross-Origin-Opener-Policy set by a property:
 * with `same-origin`, a window that navigates through them loses its opener (HTML, "Cross-origin opener
 * policies").
 */
export function addOpenerPolicy({ http, store }: Host): void {
    http.addHook('onSend', async (request, reply) => {
        if (/^\/(api|local)\//.test(request.url)) return
        const policy = store.property(PROPERTY)?.trim().toLowerCase() ?? ''
        if (POLICIES.includes(policy)) void reply.header('Cross-Origin-Opener-Policy', policy)
    })
}

/** Adds the property, which is empty by default. */
export function seedOpenerPolicy(store: Store): void {
    store.insert('sys_properties', {
        name: PROPERTY,
        type: 'string',
        value: '',
        description: `Cross-Origin-Opener-Policy header of the instance's pages: ${POLICIES.join(', ')}; empty: no header.`,
        sys_name: PROPERTY,
        sys_scope: 'global',
    })
}
