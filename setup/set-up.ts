import { adviceOf, type Advice } from './advice'
import { checkInstanceUrl } from './addresses'
import { applyChanges } from './apply'
import { stepOf, type SetupStep } from './change'
import { createInstanceClient, type ClientOptions } from './instance-client'
import { checkWanted, planSetup, type Plan, type Wanted } from './plan'
import { createReading, type Reading } from './reading'
import { describeObstacle, findObstacles } from './rights'
import { SetupError } from './setup-error'
import { createTableClient, type TableClient } from './table-client'

/** Desired state, and the credentials to use. */
export interface SetupOptions extends ClientOptions, Wanted {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
}

/** Result of the setup. */
export interface SetupReport {
    /** Client id that apps pass to `connect`. */
    clientId: string
    redirectUrls: string[]
    origins: string[]
    route: Plan['route']
    changed: SetupStep[]
    /** Names of the records that were already up to date. */
    unchanged: string[]
    /** Columns, such as `oauth_entity.use_pkce`, that this release lacks, so that they have no effect. */
    missing: string[]
    /** Settings of the instance that an administrator should review; null if the caller may not read them. */
    advice: Advice[] | null
}

/**
 * Configures the registration "OpenFin", the CORS rules and, if asked for, the route for a list of origins,
 * through the Table API, with the rights of the caller. Validates and reads everything before the first
 * write, and reports then what the caller may not write; verifies by reading afterwards. Idempotent. Keeps an
 * administrator's token lifespans.
 *
 * @throws SetupError with a stable `code`
 */
export async function setUp(options: SetupOptions): Promise<SetupReport> {
    const instanceUrl = checkInstanceUrl(options.instanceUrl)
    checkWanted(options)
    const tables = createTableClient(createInstanceClient(instanceUrl, options))
    const reading = createReading(tables)
    const plan = await planSetup(reading, instanceUrl, options)
    const obstacles = await findObstacles(tables, plan.changes, { ask: true })
    if (obstacles.length > 0) {
        throw new SetupError('not_authorized', obstacles.map(describeObstacle).join(' '))
    }
    const applied = await applyChanges(tables, plan.changes)
    if (applied.failed) throw applied.failed.error
    if (applied.done.length > 0) await readBack(tables, { instanceUrl, wanted: options })
    const missing = [...new Set([...plan.missing, ...applied.missing])]
    return {
        clientId: plan.clientId,
        redirectUrls: plan.redirectUrls,
        origins: plan.origins,
        route: plan.route,
        changed: applied.done.map(stepOf),
        unchanged: plan.unchanged,
        missing,
        advice: await advise(reading, { instanceUrl, missing }),
    }
}

/**
 * Reads everything again and compares it with the desired state.
 *
 * @throws SetupError `not_stored` if the state differs, for example because of a business rule or another
 * administrator
 */
export async function readBack(
    tables: TableClient,
    { instanceUrl, wanted }: { instanceUrl: string; wanted: Wanted }
): Promise<void> {
    const { changes } = await planSetup(createReading(tables), instanceUrl, wanted)
    if (changes.length === 0) return
    throw new SetupError(
        'not_stored',
        `After the setup the instance lacks some values:  ${changes.map(({ name }) => name).join(', ')}. Check its business rules, and run the setup again.`
    )
}

async function advise(
    reading: Reading,
    about: { instanceUrl: string; missing: readonly string[] }
): Promise<Advice[] | null> {
    try {
        return adviceOf(await reading.properties(), about)
    } catch (error) {
        // A user who may configure OAuth and CORS may lack read access to properties.
        if (error instanceof SetupError && error.code === 'not_authorized') return null
        throw error
    }
}
