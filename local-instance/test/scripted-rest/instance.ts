import { corsPlugin } from '../../src/plugins/cors/plugin'
import { scriptedRestPlugin } from '../../src/plugins/scripted-rest/plugin'
import { tableApiPlugin } from '../../src/plugins/table-api/plugin'
import type { Settings } from '../../src/core/plugin'
import type { Row } from '../../src/core/store/types'
import { START, startInstance, type TestInstance } from '../table-api/instance'
import { createRecordingScriptHost, type RecordingScriptHost } from './script-host'

/** An instance with the scripted REST API `x_acme/v1/orders` and no script threads. */
export interface OrdersInstance extends TestInstance {
    scripts: RecordingScriptHost
    api: string
    version: string
    /** Adds an operation of version 1; returns its sys_id. */
    operation(values: Row): string
    /** Adds an ACL of type REST_Endpoint, with operation and roles by name; returns its sys_id. */
    acl(values: Row, roles?: string[]): string
    /** Restores its state at start. */
    reset(): void
}

/** Starts it. */
export async function startOrders(release?: Settings['release']): Promise<OrdersInstance> {
    const instance = await startInstance({
        plugins: [corsPlugin, tableApiPlugin, scriptedRestPlugin],
        ...(release ? { release } : {}),
    })
    const scripts = createRecordingScriptHost()
    instance.host.scripts = scripts
    const { store } = instance.host
    const insert = (table: string, values: Row) => store.insert(table, values)['sys_id'] ?? ''
    const api = insert('sys_ws_definition', {
        name: 'Orders',
        namespace: 'x_acme',
        service_id: 'orders',
        base_uri: '/api/x_acme/orders',
        is_versioned: '1',
        default_version: 'v1',
        enforce_acl: '',
    })
    const version = insert('sys_ws_version', {
        web_service_definition: api,
        version: '1',
        version_id: 'v1',
        is_default: '1',
    })
    store.snapshot()
    const orders: OrdersInstance = {
        ...instance,
        scripts,
        api,
        version,
        operation: (values) =>
            insert('sys_ws_operation', {
                name: 'Operation',
                web_service_definition: api,
                web_service_version: version,
                http_method: 'GET',
                relative_path: '/',
                operation_uri: `/api/x_acme/v1/orders${values['relative_path'] ?? ''}`,
                default_operation_uri: `/api/x_acme/orders${values['relative_path'] ?? ''}`,
                operation_script: 'respond()',
                requires_acl_authorization: '0',
                requires_snc_internal_role: '0',
                ...values,
            }),
        acl({ operation = 'execute', ...values }, roles = []) {
            const acl = insert('sys_security_acl', {
                name: 'orders',
                type: 'REST_Endpoint',
                operation:
                    store.first('sys_security_operation', `name=${operation}`)?.['sys_id'] ?? operation,
                active: '1',
                ...values,
            })
            for (const role of roles) {
                insert('sys_security_acl_role', {
                    sys_security_acl: acl,
                    sys_user_role: store.first('sys_user_role', `name=${role}`)?.['sys_id'] ?? '',
                })
            }
            return acl
        },
        reset() {
            store.restore()
            instance.clock.set(START)
            instance.host.stats.clear()
            instance.host.runResets()
            orders.scripts = instance.host.scripts = createRecordingScriptHost()
        },
    }
    return orders
}
