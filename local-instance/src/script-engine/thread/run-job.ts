import type { ScriptJob, ScriptOutcome } from '../../core/script-host'
import type { BridgeHost } from '../host/bridge-host'
import type { Sandbox } from './sandbox'
import type { JobView, OutcomeView } from '../glide/job'

/** Initial data of a job's transaction. */
export interface Circumstances {
    sessionId: string
    /** Store.metadataVersion(). */
    metadataVersion: number
}

/** A job as passed to the context. */
function toJobView(job: ScriptJob, { sessionId, metadataVersion }: Circumstances): string {
    const { scope, user, clientIp, source, label, current, event, rest, write, action } = job
    const view: JobView = {
        transaction: {
            scope,
            metadataVersion,
            userId: user.userId,
            userName: user.userName,
            clientIp,
            sessionId,
            interactive: user.by === 'session',
        },
        source,
        label,
        current,
        event,
        write,
        action,
    }
    if (rest) {
        const { body, ...request } = rest
        view.rest = { ...request, bodyBase64: Buffer.from(body).toString('base64') }
    }
    return JSON.stringify(view)
}

/**
 * Runs a job in a context to completion, including pending promises.
 *
 * @param drained Resolves when all promise jobs have run.
 */
export async function runJob(
    {
        sandbox,
        bridge,
        job,
        circumstances,
    }: { sandbox: Sandbox; bridge: BridgeHost; job: ScriptJob; circumstances: Circumstances },
    drained: () => Promise<void>
): Promise<Omit<ScriptOutcome, 'log' | 'ms'>> {
    let view: OutcomeView
    try {
        view = JSON.parse(sandbox.run(toJobView(job, circumstances))) as OutcomeView
    } catch {
        // The thrown value may be an object of the script, so it is not inspected.
        view = { result: null, error: { message: 'The script ran out of stack', line: null } }
    }
    await drained()
    const { result, answer, rest, error, write, action } = view
    if (error)
        bridge.write(
            'error',
            `${job.label}: ${error.message}${error.line === null ? '' : `, line ${error.line}`}`
        )
    return {
        result,
        answer,
        rest: rest ?? bridge.rest,
        write,
        action,
        error: error && { ...error, code: 'script_error' },
        statements: bridge.statements,
        outboundCalls: bridge.outboundCalls,
    }
}
