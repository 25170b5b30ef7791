import type { LocalInstance } from 'openfin-servicenow-local-instance'

/** Routes of the app, as `sys_ws_operation` names their paths. */
export type Route = '/request_tokens' | '/revoke_token' | '/user_info'

/**
 * Has a route run on a platform that differs: a script before the app's own, unchanged one alters the Glide API that the
 * app's modules import, for that transaction. In the script, `glide` is what `@servicenow/glide` exports, `request` and
 * `response` are the route's; `REPLACED(object, {name: value})` gives an object with other members than another one.
 */
export function playOtherwise({ host: { store } }: LocalInstance, route: Route, script: string): () => void {
    const row = store.first('sys_ws_operation', `relative_path=${route}`)
    const [sysId, own] = [row?.['sys_id'] ?? '', row?.['operation_script'] ?? '']
    const altered = `(function (glide) {
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
    })(require('@servicenow/glide'));
    ${own}`
    store.update('sys_ws_operation', sysId, { operation_script: altered })
    return () => void store.update('sys_ws_operation', sysId, { operation_script: own })
}
