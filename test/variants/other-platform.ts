import type { LocalInstance } from 'openfin-servicenow-local-instance'

/** Routes of the app, as `sys_ws_operation` names their paths. */
export type Route = '/request_tokens' | '/revoke_token' | '/user_info'

/** A record's script that can be replaced. */
export interface ScriptPlace {
    table: string
    query: string
    column: string
}

/**
 * Has a script run on a platform that differs: a script before the app's own, unchanged one alters the Glide API that the
 * app's modules import, for that transaction. In the script, `glide` is what `@servicenow/glide` exports, `oauth` what
 * `@servicenow/glide/sn_auth` does, and `request` and `response` are a route's; `REPLACED(object, {name: value})` gives an
 * object with other members than another one.
 */
export function playScriptOtherwise(
    { records }: LocalInstance,
    { table, query, column }: ScriptPlace,
    script: string
): () => void {
    const row = records.first(table, query)
    const [sysId, own] = [row?.['sys_id'] ?? '', row?.[column] ?? '']
    if (own === '') throw new Error(`There is no script in ${table} ${query}`)
    const altered = `(function (glide, oauth) {
        function REPLACED(object, members) {
            return new Proxy(object, {
                get(target, name) {
                    if (name in members) return members[name]
                    const value = target[name]
                    return typeof value === 'function' && !value.prototype ? value.bind(target) : value
                },
            })
        }
        const refused = () => { throw new Error('Access was refused') }
        ${script}
    })(require('@servicenow/glide'), require('@servicenow/glide/sn_auth'));
    ${own}`
    records.update(table, sysId, { [column]: altered })
    return () => void records.update(table, sysId, { [column]: own })
}

/** Has a route run so. */
export function playOtherwise(instance: LocalInstance, route: Route, script: string): () => void {
    const place = { table: 'sys_ws_operation', query: `relative_path=${route}`, column: 'operation_script' }
    return playScriptOtherwise(instance, place, script)
}
