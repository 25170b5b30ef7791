import { giveAdvice, type Advice } from './advice'
import { checkCallbackUrls, checkInstanceUrl, checkOrigins } from './addresses'
import {
    FURTHER_RULE_KINDS,
    planRules,
    RULE_COLUMNS,
    RULE_KINDS,
    type FurtherApi,
    type RuleChange,
    type RuleKind,
} from './cors-rules'
import { checkStored, missingColumns } from './difference'
import { OPENFIN_CLIENT_ID } from './packaged'
import { planRegistration, redirectUrls, REGISTRATION_COLUMNS } from './registration'
import { SetupError } from './setup-error'
import { createTableClient, type Credentials, type TableClient, type TableRow } from './table-client'

/** Desired state, and the credentials to use. */
export interface SetupOptions extends Credentials {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
    /** Origins of the apps that may call the instance. */
    origins: readonly string[]
    /** Callback pages of browser apps, in addition to the instance's own; undefined keeps the registered ones. */
    callbackUrls?: readonly string[]
    /**
     * Further APIs that apps use besides the app's own and the Table API. Undefined: their rules stay unchanged. A list:
     * rules of APIs that are not in it are deactivated.
     */
    apis?: readonly FurtherApi[]
    /** Sends the requests. Default: the global `fetch`. */
    fetch?: typeof fetch
}

/** A record that the setup changed. */
export interface SetupStep {
    table: 'oauth_entity' | 'sys_cors_rule'
    sysId: string
    /** Name of the record; for a rule, with its origin. */
    name: string
    action: 'created' | 'updated' | 'deactivated'
    /** Written columns. */
    columns: string[]
}

/** Result of the setup. */
export interface SetupReport {
    /** Client id that apps pass to `connect`. */
    clientId: string
    redirectUrls: string[]
    origins: string[]
    changed: SetupStep[]
    /** Names of the records that were already up to date. */
    unchanged: string[]
    /** Columns, such as `oauth_entity.use_pkce`, that this release lacks, so that they have no effect. */
    missing: string[]
    /** Settings of the instance that an administrator should review; null if the caller may not read them. */
    advice: Advice[] | null
}

/**
 * Configures the registration "OpenFin" and the CORS rules of the app for a list of origins, through the Table API, with
 * the rights of the caller. Validates and reads everything before the first write; a second run changes nothing. Keeps
 * an administrator's token lifespans.
 *
 * @throws SetupError with a stable `code`
 */
export async function setUp(options: SetupOptions): Promise<SetupReport> {
    const instanceUrl = checkInstanceUrl(options.instanceUrl)
    const origins = checkOrigins(options.origins)
    const callbackUrls = options.callbackUrls && checkCallbackUrls(options.callbackUrls)
    const kinds = wantedKinds(options.apis)
    const tables = createTableClient(instanceUrl, options, options.fetch ?? fetch)

    const registration = await findRegistration(tables)
    const missingOfRegistration = missingColumns('oauth_entity', registration, REGISTRATION_COLUMNS)
    const wanted = { instanceUrl, callbackUrls }
    const registrationValues = planRegistration(registration, wanted)
    const plans: [RuleKind, RuleChange[]][] = []
    const missing: string[] = []
    for (const [kind, isWanted] of kinds) {
        plans.push([kind, await planKind(tables, kind, { origins: isWanted ? origins : [], missing })])
    }

    const report: SetupReport = {
        clientId: OPENFIN_CLIENT_ID,
        redirectUrls: redirectUrls(registration['redirect_url'] ?? '', wanted),
        origins,
        changed: [],
        unchanged: [],
        missing: [],
        advice: null,
    }
    noteMissing(report, 'oauth_entity', missingOfRegistration)
    noteMissing(report, 'sys_cors_rule', missing)
    const name = registration['name'] ?? 'OpenFin'
    const columns = Object.keys(registrationValues)
    if (columns.length > 0) {
        const stored = await tables.update('oauth_entity', registration.sys_id, registrationValues)
        checkStored('oauth_entity', stored, registrationValues)
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
    report.advice = await advise(tables, { instanceUrl, missing: report.missing })
    return report
}

/** The kinds of rules to manage, and whether each is wanted. */
function wantedKinds(apis: readonly string[] | undefined): [RuleKind, boolean][] {
    const further = Object.entries(FURTHER_RULE_KINDS)
    const unknown = apis?.find((api) => !further.some(([name]) => name === api))
    if (unknown !== undefined) {
        throw new SetupError('invalid_api', `Unknown API ${unknown}. Supported: attachment, batch.`)
    }
    const always = RULE_KINDS.map((kind): [RuleKind, boolean] => [kind, true])
    if (!apis) return always
    return [...always, ...further.map(([name, kind]): [RuleKind, boolean] => [kind, apis.includes(name)])]
}

async function advise(
    tables: TableClient,
    about: { instanceUrl: string; missing: readonly string[] }
): Promise<Advice[] | null> {
    try {
        return await giveAdvice(tables, about)
    } catch (error) {
        // A user who may configure OAuth and CORS may lack read access to properties.
        if (error instanceof SetupError && error.code === 'not_authorized') return null
        throw error
    }
}

function noteMissing(report: SetupReport, table: string, columns: readonly string[]): void {
    const names = columns.map((column) => `${table}.${column}`)
    report.missing = [...new Set([...report.missing, ...names])]
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
        `The instance has no OAuth client with the client ID ${OPENFIN_CLIENT_ID}. Install the app OpenFin for ServiceNow first.`
    )
}

async function planKind(
    tables: TableClient,
    kind: RuleKind,
    { origins, missing }: { origins: string[]; missing: string[] }
): Promise<RuleChange[]> {
    const { namespace, serviceId } = kind.api
    const [api] = await tables.query('sys_ws_definition', `namespace=${namespace}^service_id=${serviceId}`, [
        'name',
    ])
    if (!api) {
        if (origins.length === 0) return []
        const ofPlatform = serviceId === 'table' ? 'table_api_missing' : 'api_missing'
        const code = namespace === 'now' ? ofPlatform : 'app_missing'
        throw new SetupError(
            code,
            `The REST API ${namespace}/${serviceId} does not exist on the instance, or is not visible to this user.`
        )
    }
    const rules = await tables.query('sys_cors_rule', `name=${kind.name}^ORDERBYsys_created_on`, RULE_COLUMNS)
    for (const rule of rules) missing.push(...missingColumns('sys_cors_rule', rule, RULE_COLUMNS))
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
        const created = await tables.create('sys_cors_rule', change.values)
        noteMissing(report, 'sys_cors_rule', checkStored('sys_cors_rule', created, change.values))
        report.changed.push({ ...step, sysId: created.sys_id, action: 'created' })
        return
    }
    const stored = await tables.update('sys_cors_rule', change.sysId, change.values)
    checkStored('sys_cors_rule', stored, change.values)
    const action = change.action === 'update' ? 'updated' : 'deactivated'
    report.changed.push({ ...step, sysId: change.sysId, action })
}
