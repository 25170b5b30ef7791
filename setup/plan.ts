import { checkCallbackUrls, checkOrigins } from './addresses'
import type { Change } from './change'
import {
    FURTHER_RULE_KINDS,
    planRules,
    RULE_COLUMNS,
    RULE_KINDS,
    type FurtherApi,
    type RuleChange,
    type RuleKind,
} from './cors-rules'
import { missingColumns } from './difference'
import { OPENFIN_CLIENT_ID } from './packaged'
import type { Properties } from './properties'
import { apiOf, type Reading } from './reading'
import { planRegistration, redirectUrls, WRITTEN_REGISTRATION_COLUMNS } from './registration'
import { checkRoute, directObstacle, planRoute, routeOf, type Route } from './route'
import { SetupError } from './setup-error'
import type { TableRow, TableValues } from './table-client'

/** Desired state. */
export interface Wanted {
    /** Origins of the apps that may call the instance. */
    origins: readonly string[]
    /** Callback pages of browser apps, in addition to the instance's own; undefined keeps the registered ones. */
    callbackUrls?: readonly string[] | undefined
    /**
     * APIs that apps use besides the app's own and the Table API. Undefined leaves their rules unchanged;
     * with a list, rules of other APIs are deactivated.
     */
    apis?: readonly FurtherApi[] | undefined
    /** How browsers obtain tokens; undefined leaves it unchanged. */
    route?: Route | undefined
}

/** Changes that the setup would make. */
export interface Plan {
    /** Client id that apps pass to `connect`. */
    clientId: string
    /** In the order in which they are made. */
    changes: Change[]
    /** Names of the records that are up to date. */
    unchanged: string[]
    /** Columns, such as `oauth_entity.use_pkce`, that this release lacks, so that they have no effect. */
    missing: string[]
    redirectUrls: string[]
    origins: string[]
    /** Route once the plan is carried out; null if the caller may not read the properties. */
    route: Route | null
    /**
     * Whether the direct route is available but not in use: a single origin, and an instance that supports
     * it.
     */
    directRecommended: boolean
}

/** Validated input. @throws SetupError */
export function checkWanted(wanted: Wanted): Wanted & { origins: string[] } {
    const origins = checkOrigins(wanted.origins)
    wantedKinds(wanted.apis)
    return {
        origins,
        callbackUrls: wanted.callbackUrls && checkCallbackUrls(wanted.callbackUrls),
        apis: wanted.apis,
        route: checkRoute(wanted.route),
    }
}

/**
 * Plans the changes for a desired state. Reads everything and writes nothing.
 *
 * @throws SetupError with a stable `code`
 */
export async function planSetup(reading: Reading, instanceUrl: string, asked: Wanted): Promise<Plan> {
    const wanted = checkWanted(asked)
    const { origins, callbackUrls, route } = wanted
    const [registration] = (await reading.registrations()).rows
    if (!registration) throw registrationMissing()
    const urls = { instanceUrl, callbackUrls }
    const missing = missingColumns('oauth_entity', registration, WRITTEN_REGISTRATION_COLUMNS).map(
        (column) => `oauth_entity.${column}`
    )
    const plan: Plan = {
        clientId: OPENFIN_CLIENT_ID,
        changes: [],
        unchanged: [],
        missing,
        redirectUrls: redirectUrls(registration['redirect_url'] ?? '', urls),
        origins,
        route: null,
        directRecommended: false,
    }
    const name = registration['name'] ?? 'OpenFin'
    const values = planRegistration(registration, urls)
    if (Object.keys(values).length === 0) plan.unchanged.push(name)
    else {
        const [table, sysId] = ['oauth_entity', registration.sys_id] as const
        plan.changes.push({
            ...{ table, sysId, name, action: 'update', before: before(registration, values) },
            after: values,
        })
    }
    await planAllRules(reading, wanted, plan)
    await planProperties(reading, { origins, route }, plan)
    plan.missing = [...new Set(plan.missing)]
    return plan
}

async function planAllRules(
    reading: Reading,
    { origins, apis: further }: Wanted & { origins: string[] },
    plan: Plan
): Promise<void> {
    const kinds = wantedKinds(further)
    const [apis, rules] = [(await reading.apis()).rows, (await reading.rules()).rows]
    for (const [kind, isWanted] of kinds) {
        const named = rules.filter((rule) => rule['name'] === kind.name)
        const api = apiOf(apis, kind)
        if (!api) {
            if (!isWanted) continue
            throw apiMissing(kind)
        }
        for (const rule of named) {
            const lacking = missingColumns('sys_cors_rule', rule, RULE_COLUMNS)
            plan.missing.push(...lacking.map((column) => `sys_cors_rule.${column}`))
        }
        for (const change of planRules(kind, named, isWanted ? origins : [], api.sys_id)) {
            addRuleChange(plan, kind, change, named)
        }
    }
}

function addRuleChange(plan: Plan, kind: RuleKind, change: RuleChange, rules: readonly TableRow[]): void {
    const name = `${kind.name} (${change.origin})`
    if (change.action === 'none') {
        plan.unchanged.push(name)
        return
    }
    const sysId = change.action === 'create' ? null : change.sysId
    const row = rules.find((rule) => rule.sys_id === sysId)
    plan.changes.push({
        table: 'sys_cors_rule',
        sysId,
        name,
        action: change.action,
        before: row ? before(row, change.values) : {},
        after: change.values,
    })
}

async function planProperties(
    reading: Reading,
    { origins, route }: { origins: string[]; route: Route | undefined },
    plan: Plan
): Promise<void> {
    let properties: Properties
    try {
        properties = await reading.properties()
    } catch (error) {
        // A user who may configure OAuth and CORS may lack read access to properties.
        if (!route && error instanceof SetupError && error.code === 'not_authorized') return
        throw error
    }
    if (route) plan.changes.push(...planRoute(properties, route, origins))
    plan.route = route ?? routeOf(properties, origins)
    plan.directRecommended = plan.route === 'proxy' && directObstacle(properties, origins) === null
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

function before(row: TableRow, values: TableValues): TableValues {
    return Object.fromEntries(Object.keys(values).map((column) => [column, row[column] ?? '']))
}

function registrationMissing(): SetupError {
    return new SetupError(
        'registration_missing',
        `The instance has no OAuth client with the client ID ${OPENFIN_CLIENT_ID}. Install the app OpenFin for ServiceNow first.`
    )
}

function apiMissing({ api: { namespace, serviceId } }: RuleKind): SetupError {
    const ofPlatform = serviceId === 'table' ? 'table_api_missing' : 'api_missing'
    const code = namespace === 'now' ? ofPlatform : 'app_missing'
    return new SetupError(
        code,
        `The REST API ${namespace}/${serviceId} does not exist on the instance, or is not visible to this user.`
    )
}
