import type { RestScriptResponse, ScriptHost, ScriptJob, ScriptOutcome } from '../../src/core/script-host'

/** Stands where the scripts' threads are: remembers jobs, and answers them as a test says. */
export interface RecordingScriptHost extends ScriptHost {
    jobs: ScriptJob[]
    /** Answers an operation; the default says `{"result":"ok"}`. */
    operation: (job: ScriptJob) => Partial<ScriptOutcome>
    /** Answers an ACL; the default sets `answer` to what follows `answer =` in its script. */
    acl: (job: ScriptJob) => Partial<ScriptOutcome>
}

const OK: RestScriptResponse = {
    status: 200,
    contentType: 'application/json;charset=UTF-8',
    headers: {},
    body: '{"result":"ok"}',
}

/** A host without threads, for what decides whether and how a script is run. */
export function createRecordingScriptHost(): RecordingScriptHost {
    const host: RecordingScriptHost = {
        jobs: [],
        nodes: 1,
        operation: () => ({ rest: OK }),
        acl: ({ source }) => ({ answer: /answer = true/.test(source) }),
        run(job) {
            host.jobs.push(job)
            const outcome = { result: null, log: [], statements: 2, outboundCalls: 1, ms: 5 }
            const refusing = job.guards?.find((guard) => host.acl({ ...job, ...guard }).answer !== true)
            if (refusing) return Promise.resolve({ ...outcome, refusedBy: refusing.label })
            return Promise.resolve({ ...outcome, ...(job.rest ? host.operation(job) : host.acl(job)) })
        },
        counts: () => ({ threads: 0, busy: 0 }),
        kill: () => Promise.resolve(),
        restart: () => Promise.resolve(),
    }
    return host
}

/** What an operation answers. */
export function answering(rest: Partial<RestScriptResponse>): () => Partial<ScriptOutcome> {
    return () => ({ rest: { ...OK, ...rest } })
}
