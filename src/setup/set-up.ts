import { checkCallbackUrls, checkInstanceUrl, checkOrigins } from './addresses'
import { planRules, RULE_COLUMNS, RULE_KINDS, type RuleChange, type RuleKind } from './cors-rules'
import { OPENFIN_CLIENT_ID, planRegistration, redirectUrls, REGISTRATION_COLUMNS } from './registration'
import { SetupError } from './setup-error'
import { createTableClient, type Credentials, type TableClient, type TableRow } from './table-client'

/** What the setup is to bring about, and as whom. */
export interface SetupOptions extends Credentials {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
    /** Origins of the apps that may call the instance. */
    origins: readonly string[]
    /** Callback pages of browser apps, beside the instance's own; undefined leaves those that are registered. */
    callbackUrls?: readonly string[]
    /** Sends the requests; default the platform's own `fetch`. */
    fetch?: typeof fetch
}

/** A record that the setup looked after. */
export interface SetupStep {
    table: 'oauth_entity' | 'sys_cors_rule'
    sysId: string
    /** Name of the record, for a rule with its origin. */
    name: string
    action: 'created' | 'updated' | 'deactivated'
    /** Columns that were written. */
    columns: string[]
}

/** What the setup did. */
export interface SetupReport {
    /** What clients pass to `connect`. */
    clientId: string
    redirectUrls: string[]
    origins: string[]
    changed: SetupStep[]
    /** Names of the records that were in line already. */
    unchanged: string[]
}

/**
 * Brings the registration "OpenFin" and the CORS rules of the app into line with a list of origins, through the
 * Table API, with the rights of the caller. Everything is checked and read before the first write, and a second
 * run changes nothing. An administrator's token lifespans stay as they are.
 *
 * @throws SetupError with a stable `code`
 */
export async function setUp(options: SetupOptions): Promise<SetupReport> {
    const instanceUrl = checkInstanceUrl(options.instanceUrl)
    const origins = checkOrigins(options.origins)
    const callbackUrls = options.callbackUrls && checkCallbackUrls(options.callbackUrls)
    const tables = createTableClient(instanceUrl, options, options.fetch ?? fetch)

    const registration = await findRegistration(tables)
    const wanted = { instanceUrl, callbackUrls }
    const registrationValues = planRegistration(registration, wanted)
    const plans: [RuleKind, RuleChange[]][] = []
    for (const kind of RULE_KINDS) plans.push([kind, await planKind(tables, kind, origins)])

    const report: SetupReport = {
        clientId: OPENFIN_CLIENT_ID,
        redirectUrls: redirectUrls(registration['redirect_url'] ?? '', wanted),
        origins,
        changed: [],
        unchanged: [],
    }
    const name = registration['name'] ?? 'OpenFin'
    const columns = Object.keys(registrationValues)
    if (columns.length > 0) {
        await tables.update('oauth_entity', registration.sys_id, registrationValues)
        report.changed.push({
            table: 'oauth_entity',
            sysId: registration.sys_id,
            name,
            action: 'updated',
            columns,
        })
    } else {
        report.unchanged.push(name)
    }
    for (const [kind, changes] of plans) {
        for (const change of changes) await applyRule(tables, kind, change, report)
    }
    return report
}

async function findRegistration(tables: TableClient): Promise<TableRow> {
    const [registration] = await tables.query(
        'oauth_entity',
        `client_id=${OPENFIN_CLIENT_ID}^type=client`,
        REGISTRATION_COLUMNS
    )
    if (registration) return registration
    throw new SetupError(
        'registration_missing',
        `The instance has no OAuth client with the id ${OPENFIN_CLIENT_ID}. Install the app OpenFin for ServiceNow first.`
    )
}

async function planKind(tables: TableClient, kind: RuleKind, origins: string[]): Promise<RuleChange[]> {
    const { namespace, serviceId } = kind.api
    const [api] = await tables.query('sys_ws_definition', `namespace=${namespace}^service_id=${serviceId}`, [
        'name',
    ])
    if (!api) {
        const code = namespace === 'now' ? 'table_api_missing' : 'app_missing'
        throw new SetupError(
            code,
            `The instance has no REST API ${namespace}/${serviceId}, or does not show it.`
        )
    }
    const rules = await tables.query('sys_cors_rule', `name=${kind.name}^ORDERBYsys_created_on`, RULE_COLUMNS)
    return planRules(kind, rules, origins, api.sys_id)
}

async function applyRule(
    tables: TableClient,
    kind: RuleKind,
    change: RuleChange,
    report: SetupReport
): Promise<void> {
    const name = `${kind.name} (${change.origin})`
    if (change.action === 'none') {
        report.unchanged.push(name)
        return
    }
    const columns = Object.keys(change.values)
    const step = { table: 'sys_cors_rule' as const, name, columns }
    if (change.action === 'create') {
        const { sys_id: sysId } = await tables.create('sys_cors_rule', change.values)
        report.changed.push({ ...step, sysId, action: 'created' })
        return
    }
    await tables.update('sys_cors_rule', change.sysId, change.values)
    const action = change.action === 'update' ? 'updated' : 'deactivated'
    report.changed.push({ ...step, sysId: change.sysId, action })
}
