import type { Principal } from '../../core/principal'
import type { Row, Store } from '../../core/store/types'

/** A link of a menu. */
export interface MenuModule {
    title: string
    hint: string
    /** Path on this instance. */
    href: string
}

/** A menu with the modules that a user may see. */
export interface Menu {
    title: string
    modules: MenuModule[]
}

/**
 * The application menus of a user: a menu or module is visible to users with one of its roles, or to all
 * users if it has none; `admin` sees all (EXPLAIN application-menu-guide). Modules are in order.
 */
export function menusOf(store: Store, { roles }: Principal): Menu[] {
    const isFor = ({ roles: wanted }: Row) => {
        const names = (wanted ?? '').split(',').filter((name) => name !== '')
        return names.length === 0 || roles.has('admin') || names.some((name) => roles.has(name.trim()))
    }
    const modules = store.query('sys_app_module', { query: 'active=true^ORDERBYorder^ORDERBYtitle' })
    return store
        .query('sys_app_application', { query: 'active=true^ORDERBYorder^ORDERBYtitle' })
        .flatMap((menu) => {
            const own = modules.filter((module) => {
                if (module['application'] !== menu['sys_id'] || !isFor(module)) return false
                return isFor(menu) || module['override_menu_roles'] === '1'
            })
            const links = own.flatMap(toLink)
            return links.length > 0 ? [{ title: menu['title'] ?? '', modules: links }] : []
        })
}

/** Lists and URLs only; other link types are not supported. */
function toLink(module: Row): MenuModule[] {
    const link = { title: module['title'] ?? '', hint: module['hint'] ?? '' }
    const table = module['name'] ?? ''
    const page = (module['query'] ?? '').replace(/^\/+/, '')
    if (module['link_type'] === 'DIRECT' && /^[\w$-]+\.do([?#]|$)/.test(page)) {
        return [{ ...link, href: `/${page}` }]
    }
    if (!['LIST', 'FILTER'].includes(module['link_type'] ?? '') || !/^\w+$/.test(table)) return []
    const filter = module['filter'] ? `?sysparm_query=${encodeURIComponent(module['filter'])}` : ''
    return [{ ...link, href: `/${table}_list.do${filter}` }]
}
