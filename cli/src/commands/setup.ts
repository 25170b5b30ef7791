import confirm from '@inquirer/confirm'
import { applyChanges, type Applied } from '../../../setup/apply'
import { stepOf } from '../../../setup/change'
import { createInstanceClient } from '../../../setup/instance-client'
import { checkWanted, planSetup, type Plan, type Wanted } from '../../../setup/plan'
import { createReading } from '../../../setup/reading'
import { describeObstacle, findObstacles } from '../../../setup/rights'
import { readBack } from '../../../setup/set-up'
import { SetupError } from '../../../setup/setup-error'
import { createTableClient, type TableClient } from '../../../setup/table-client'
import { Failure, interrupted } from '../failure'
import { plain, type Io } from '../io'
import type { CommonOptions } from '../options'
import { changesText, connectionSummary } from '../render/setup'
import { runCommand, type Result, type Signed } from '../run-command'

/** Options of `setup`, as given. */
export interface SetupCommandOptions extends CommonOptions {
    origin?: string[]
    callback?: string[]
    api?: string[]
    route?: string
    dryRun?: boolean
    yes?: boolean
}

/** `openfin-servicenow setup`: shows what will change, asks, applies and reads back. */
export function setupCommand(io: Io, options: SetupCommandOptions) {
    // What is unknown is refused by the setup's own checks.
    const wanted = {
        origins: options.origin ?? [],
        callbackUrls: options.callback,
        apis: options.api,
        route: options.route,
    } as Wanted
    return runCommand(io, options, {
        check: () => void checkWanted(wanted),
        run: (signed) => setup(signed, wanted, options),
    })
}

async function setup(signed: Signed, wanted: Wanted, options: SetupCommandOptions): Promise<Result> {
    const { io, instanceUrl, client, json } = signed
    const reading = createTableClient(createInstanceClient(instanceUrl, client))
    io.note(`Reading ${instanceUrl}`)
    const plan = await planSetup(createReading(reading), instanceUrl, wanted)
    const show = (text: string) => (json ? io.note(text) : io.print(text))
    if (plan.changes.length === 0) {
        show('Everything is in line. Nothing to change.')
        return finish(signed, plan, [])
    }
    show(changesText(io, plan.changes))
    if (options.dryRun) {
        const obstacles = await findObstacles(reading, plan.changes, { ask: false })
        for (const obstacle of obstacles) io.note(describeObstacle(obstacle))
        show('Dry run: nothing was written.')
        const planned = plan.changes.map(stepOf)
        return { exitStatus: 0, document: { ...documentOf(signed, plan, planned), dryRun: true, obstacles } }
    }
    await approve(io, options.yes ?? false)
    // An interruption must not cut off a write, so that it is known whether it was made.
    const { authorization } = client
    const writing = createTableClient(createInstanceClient(instanceUrl, { authorization }))
    await refuseObstacles(writing, plan)
    const applied = await applyChanges(writing, plan.changes, {
        signal: io.signal,
        onChange: (change) => io.note(`${io.noteColors.green('✓')} ${plain(change.name)}`),
    })
    const failure = await judge(writing, { instanceUrl, wanted, applied })
    if (!failure) return finish(signed, plan, applied.done.map(stepOf), applied.missing)
    return incomplete(signed, plan, applied, failure)
}

async function approve(io: Io, yes: boolean): Promise<void> {
    if (yes) return
    if (!io.isTerminal) {
        throw new Failure('confirmation_required', 'No terminal to ask for confirmation. Add --yes to write.')
    }
    const context = { output: process.stderr, signal: io.signal }
    if (await confirm({ message: 'Apply these changes?', default: true }, context)) return
    throw new Failure('declined', 'Nothing was changed.')
}

async function refuseObstacles(tables: TableClient, plan: Plan): Promise<void> {
    const obstacles = await findObstacles(tables, plan.changes, { ask: true })
    if (obstacles.length === 0) return
    throw new Failure('not_authorized', `${obstacles.map(describeObstacle).join(' ')} Nothing was changed.`)
}

/** What is wrong after the writes; null if nothing is. */
async function judge(
    tables: TableClient,
    { instanceUrl, wanted, applied }: { instanceUrl: string; wanted: Wanted; applied: Applied }
): Promise<Failure | null> {
    if (applied.failed) {
        const { change, error } = applied.failed
        return new Failure(error.code, `${change.name}: ${error.message}`, 1)
    }
    if (applied.left.length > 0) {
        return applied.done.length === 0 ? interrupted() : new Failure('interrupted', 'Interrupted.', 1)
    }
    try {
        await readBack(tables, { instanceUrl, wanted })
        return null
    } catch (error) {
        if (!(error instanceof SetupError)) throw error
        return new Failure(error.code, error.message, 1)
    }
}

function incomplete(signed: Signed, plan: Plan, applied: Applied, failure: Failure): Result {
    const { io } = signed
    const notChanged = [...(applied.failed ? [applied.failed.change] : []), ...applied.left].map(stepOf)
    io.note(`${io.noteColors.red('error')} ${plain(failure.message)}`)
    if (notChanged.length > 0) {
        const count = `${applied.done.length} of ${plan.changes.length} changes were made.`
        io.note(`${count} Not made: ${notChanged.map(({ name }) => plain(name)).join(', ')}.`)
        io.note('Run the same command again to make the others.')
    }
    const error = { code: failure.code, message: failure.message }
    const document = documentOf(signed, plan, applied.done.map(stepOf), applied.missing)
    return { exitStatus: failure.exitStatus, document: { ...document, ok: false, error, notChanged } }
}

function finish(
    signed: Signed,
    plan: Plan,
    changed: ReturnType<typeof stepOf>[],
    missing: string[] = []
): Result {
    const { io, instanceUrl, json } = signed
    if (!json) io.print(connectionSummary(io, instanceUrl, plan))
    return { exitStatus: 0, document: documentOf(signed, plan, changed, missing) }
}

function documentOf(
    { instanceUrl }: Signed,
    plan: Plan,
    changed: ReturnType<typeof stepOf>[],
    missing: string[] = []
): object {
    const { clientId, redirectUrls, origins, route, unchanged } = plan
    return {
        ...{ ok: true, instance: instanceUrl, clientId, redirectUrls, origins, route, changed, unchanged },
        missing: [...new Set([...plan.missing, ...missing])],
        directRecommended: plan.directRecommended,
    }
}
