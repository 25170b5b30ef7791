import { createInstanceClient, type ClientOptions } from '../../../setup/instance-client'
import { releaseOf, type Properties } from '../../../setup/properties'
import { createReading } from '../../../setup/reading'
import { REGISTRATION_COLUMNS } from '../../../setup/registration'
import { routeOf } from '../../../setup/route'
import { SetupError } from '../../../setup/setup-error'
import { createTableClient } from '../../../setup/table-client'
import { Failure, toFailure } from '../failure'
import { runChecks } from './run-checks'
import type { Context, Extras } from './context'
import { Findings, type Finding } from './findings'
import { startLoopback, type Loopback } from './loopback'
import { revokeAll } from './checks/revocation'
import { hold, Results, type CheckResult } from './results'
import { Secrets } from './secrets'
import { findLeftovers, planTemporaryRecords } from './temporary-records'
import { UndoList, type Left } from './undo-list'
import { createWire, ROUTES } from './wire'

/** What is verified, and how a run talks to the person. */
export interface VerificationOptions extends Extras {
    /** Origin of the instance. */
    instanceUrl: string
    /** Credentials of an administrator, with the signal of Ctrl+C. */
    client: ClientOptions & { signal: AbortSignal }
    /** Shows an address, and opens it in the person's browser. */
    open(url: string): Promise<void>
    note(text: string): void
    /** Keeps a secret out of all output. */
    hide(secret: string): void
    /** Called before anything is written, with a line for each thing that will be created. */
    onPlan(lines: readonly string[]): void
    onResult(result: CheckResult): void
    /** Called with what is on the instance, for a message if this process ends at once. */
    onUndo(undo: UndoList): void
    /** Waits; ended by Ctrl+C. */
    pause(ms: number): Promise<void>
    /** Waits, whatever happens. */
    rest(ms: number): Promise<void>
    /** Time that a person has for one sign-in or consent, in ms. */
    patienceMs: number
}

/** What a run found. */
export interface Outcome {
    /** No check failed, and nothing is left on the instance. */
    ok: boolean
    /** Name of the release's family; null if no property tells it. */
    release: string | null
    results: CheckResult[]
    assumptions: Finding[]
    /** What could not be taken away. */
    left: Left[]
    /** What ended the run before its end; null if nothing did. */
    error: Failure | null
}

/** Requests to take things away, for an instance that does not respond, in ms. */
const UNDO_TIMEOUT_MS = 15_000

/**
 * Plays the contract of the app against an instance as a client does, and takes away what it created, whatever happened.
 *
 * @throws Failure, SetupError before anything was written
 */
export async function verify(options: VerificationOptions): Promise<Outcome> {
    const loopback = await startLoopback()
    try {
        const context = await prepare(options, loopback)
        return await play(context, options)
    } finally {
        await loopback.close()
    }
}

async function prepare(options: VerificationOptions, loopback: Loopback): Promise<Context> {
    const { instanceUrl, slow, offSwitch, outbound } = options
    const client = createInstanceClient(instanceUrl, options.client)
    const tables = createTableClient(client)
    const reading = createReading(tables)
    const { rows } = await reading.registrations()
    const [found] = rows
    if (!found) {
        throw new Failure(
            'registration_missing',
            'The registration OpenFin is not visible on the instance. Install the app, or sign in as an administrator.'
        )
    }
    const further = ['token_format', 'auth_code_lifespan', ...REGISTRATION_COLUMNS]
    const [registration = found] = await tables.query('oauth_entity', `sys_id=${found.sys_id}`, further)
    const properties = await reading.properties().catch(unreadable)
    const origins = (await reading.rules()).rows
        .filter((row) => row['active'] !== 'false' && /^https?:\/\/[^*]+$/.test(row['domain'] ?? ''))
        .map((row) => row['domain'] ?? '')
    // Writes go on where Ctrl+C ends reads, so that it is known whether they were made.
    const { signal, ...unended } = options.client
    const writing = createInstanceClient(instanceUrl, { ...unended, timeoutMs: UNDO_TIMEOUT_MS })
    return {
        ...{ instanceUrl, client, tables, reading, properties, registration, loopback, signal },
        extras: { slow, offSwitch, outbound },
        writing: createTableClient(writing),
        release: releaseOf(properties),
        route: ROUTES[routeOf(properties, [...new Set(origins)]) ?? 'proxy'],
        wire: createWire(client, loopback.origin),
        results: new Results(options.onResult),
        findings: new Findings(),
        secrets: new Secrets(options.hide),
        undo: new UndoList(),
        tokens: new Set(),
        isOwn: (token) => options.client.authorization === `Bearer ${token}`,
        ...{ patienceMs: options.patienceMs, pause: options.pause, open: options.open, note: options.note },
    }
}

/** Only `admin` may read them; whoever may not learns less. */
function unreadable(error: unknown): Properties {
    if (!(error instanceof SetupError) || error.status === undefined) throw error
    return { get: () => undefined, value: () => undefined, hidden: 1 }
}

async function play(context: Context, options: VerificationOptions): Promise<Outcome> {
    const { results, findings, undo, registration, loopback } = context
    const api = (await context.reading.apis()).rows.find((row) => row['namespace'] === 'x_opfi_openfin')
    if (!api)
        throw new Failure('app_missing', 'The REST API "OpenFin Integration" is not visible on the instance.')
    const records = planTemporaryRecords({
        ...{ tables: context.writing, undo, registration: registration.sys_id, api: api.sys_id },
        ...{ origin: loopback.origin, redirectUri: loopback.redirectUri },
    })
    const leftovers = await findLeftovers(context.tables, registration)
    for (const one of leftovers) context.note(`An earlier run may have left ${one}.`)
    options.onPlan(records.plan)
    options.onUndo(undo)
    let error: Failure | null = null
    try {
        await records.create()
        await runChecks(context)
    } catch (thrown) {
        error = toFailure(thrown)
    }
    const left = await takeAway(context, options)
    results.skipRest(error ? `Not reached: ${error.code}.` : 'Not reached: what it needs had failed.')
    return {
        ok: error === null && left.length === 0 && !results.failed,
        release: context.release,
        ...context.secrets.without({ results: results.list(), assumptions: findings.list(), left }),
        error,
    }
}

async function takeAway(context: Context, { client, rest }: VerificationOptions): Promise<Left[]> {
    const { results, undo, tokens, loopback } = context
    const { signal: _ended, ...unended } = client
    const last = createInstanceClient(context.instanceUrl, { ...unended, timeoutMs: UNDO_TIMEOUT_MS })
    const wire = createWire(last, loopback.origin)
    const left = await undo.undoAll(rest)
    // Last, since the person may have signed in as the caller.
    const alive = await revokeAll({ wire, tokens })
    await results.run('clean_up', async () => {
        hold(left.length === 0, `${left.length} things could not be taken away.`)
        hold(alive === 0, `${alive} tokens could not be revoked; they end by themselves.`)
        return 'All that was created is gone, and all tokens are revoked.'
    })
    return left
}
