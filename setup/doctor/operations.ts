import type { TableRow } from '../table-client'
import { hiddenReason, type Context } from './context'

const TABLE = 'sys_ws_operation'

/** The routes as shipped with the app. */
const ROUTES = [
    { path: '/request_tokens', method: 'POST', open: true },
    { path: '/revoke_token', method: 'POST', open: true },
    { path: '/user_info', method: 'GET', open: false },
] as const

const COLUMNS = [
    ...['name', 'active', 'http_method', 'relative_path', 'operation_script'],
    ...['requires_authentication', 'requires_snc_internal_role'],
]

/** Maximum number of modules named in a finding. */
const MOST_MODULES = 20

/** The app's modules, by version folder. */
const MODULES = 'x_opfi_openfin/openfin-for-servicenow/'
const IN_SCRIPT = /require\(\s*['"]x_opfi_openfin\/openfin-for-servicenow\/([\w.-]+)\//

/** Compares the records of the routes with what the app ships: an upgrade skips records that were customised. */
export async function checkOperations(context: Context, api: TableRow): Promise<void> {
    const { report, tables } = context
    if (api['active'] === 'false') {
        overridden(context, {
            ...{ table: 'sys_ws_definition', record: api.sys_id, field: 'active' },
            ...{ found: 'false', wanted: 'true', why: 'The REST API "OpenFin Integration" is inactive' },
        })
    }
    const query = `web_service_definition=${api.sys_id}`
    const { rows, hidden } = await tables.list(TABLE, query, COLUMNS)
    if (hidden > 0) {
        report.unknown(['internal_role_required', 'route_overridden'], hiddenReason(TABLE, hidden))
    }
    const version = await appVersion(context)
    for (const { path, method, open } of ROUTES) {
        const row = rows.find((one) => one['relative_path'] === path && one['http_method'] === method)
        const evidence = { table: TABLE, record: row?.sys_id ?? null }
        if (!row) {
            if (hidden > 0) continue
            const why = `The route ${method} ${path} is missing`
            overridden(context, { ...evidence, field: 'relative_path', found: null, wanted: path, why })
            continue
        }
        if (row['active'] === 'false') {
            const why = `The route ${path} is inactive`
            overridden(context, { ...evidence, field: 'active', found: 'false', wanted: 'true', why })
        }
        if (open && row['requires_authentication'] === 'true') {
            const why = `The route ${path} requires authentication`
            const field = 'requires_authentication'
            overridden(context, { ...evidence, field, found: 'true', wanted: 'false', why })
        }
        if (row['requires_snc_internal_role'] === 'true') {
            report.found('internal_role_required', {
                message: `The route ${path} requires the role snc_internal. ${
                    open
                        ? 'Unauthenticated requests lack it, so token requests return 403'
                        : 'External users cannot connect'
                }.`,
                fix: `Clear "Requires SNC internal role" of the resource ${row['name']}.`,
                evidence: {
                    ...{ ...evidence, field: 'requires_snc_internal_role' },
                    ...{ found: 'true', wanted: 'false' },
                },
            })
        }
        checkScript(context, row, version)
    }
    if (version === null) report.unknown('route_overridden', 'The version of the app is not visible.')
    else await checkModules(context, version)
}

async function appVersion({ tables }: Context): Promise<string | null> {
    const { rows } = await tables.list('sys_scope', 'scope=x_opfi_openfin', ['version'], 1)
    return rows[0]?.['version'] || null
}

function checkScript(context: Context, row: TableRow, version: string | null): void {
    const script = row['operation_script']
    if (script === undefined) {
        context.report.unknown('route_overridden', `The scripts of ${TABLE} are not visible.`)
        return
    }
    const [, named] = IN_SCRIPT.exec(script) ?? []
    if (named !== undefined && (version === null || named === version)) return
    overridden(context, {
        ...{ table: TABLE, record: row.sys_id, field: 'operation_script' },
        ...{ found: named ?? 'another script', wanted: version ?? 'the script of the app' },
        why:
            named === undefined
                ? `The script of the route ${row['relative_path']} is not the app's`
                : `The script of the route ${row['relative_path']} names version ${named} of the app`,
    })
}

/** Modules left over from an upgrade, by path or by the modules that they require. */
async function checkModules(context: Context, version: string): Promise<void> {
    const of = (column: string, operator: string) =>
        `pathSTARTSWITH${MODULES}^${column}${operator}${MODULES}^${column}NOT LIKE${MODULES}${version}/^ORDERBYpath`
    const found = await Promise.all([
        context.tables.list('sys_module', of('path', 'STARTSWITH'), ['path'], MOST_MODULES),
        context.tables.list('sys_module', of('content', 'LIKE'), ['path'], MOST_MODULES),
    ])
    const hidden = found.reduce((sum, one) => sum + one.hidden, 0)
    if (hidden > 0) context.report.unknown('route_overridden', hiddenReason('sys_module', hidden))
    const rows = new Map(found.flatMap((one) => one.rows.map((row) => [row.sys_id, row])))
    for (const row of rows.values()) {
        const path = row['path'] ?? ''
        const isOld = !path.startsWith(`${MODULES}${version}/`)
        overridden(context, {
            ...{ table: 'sys_module', record: row.sys_id, field: isOld ? 'path' : 'content' },
            ...{ found: isOld ? path : 'another version', wanted: `${MODULES}${version}/` },
            why: `The module ${path} ${isOld ? 'is' : 'requires modules'} of another version of the app`,
        })
    }
}

interface Override {
    table: string
    record: string | null
    field: string
    found: string | null
    wanted: string
    why: string
}

function overridden({ report }: Context, { why, ...evidence }: Override): void {
    report.found('route_overridden', {
        message: `${why}. Sign-in fails, or runs code of an earlier version.`,
        fix: 'Open the record, choose "Resolve Conflicts" of the last upgrade or "Revert to base", and check with doctor again.',
        evidence,
    })
}
