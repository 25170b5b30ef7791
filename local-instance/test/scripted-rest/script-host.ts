import type { RestScriptResponse, ScriptHost, ScriptJob, ScriptOutcome } from '../../src/core/script-host'

/** Replaces the script threads: records jobs, and returns the results that a test sets. */
export interface RecordingScriptHost extends ScriptHost {
    jobs: ScriptJob[]
    /** Result of an operation; default `{"result":"ok"}`. */
    operation: (job: ScriptJob) => Partial<ScriptOutcome>
    /** Result of an ACL script; by default, `answer` is the text after `answer =` in its script. */
    acl: (job: ScriptJob) => Partial<ScriptOutcome>
}

const OK: RestScriptResponse = {
    status: 200,
    contentType: 'application/json;charset=UTF-8',
    headers: {},
    body: '{"result":"ok"}',
}

/** A host without threads, for tests of whether and how a script is run. */
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

/** Outcome of an operation. */
export function answering(rest: Partial<RestScriptResponse>): () => Partial<ScriptOutcome> {
    return () => ({ rest: { ...OK, ...rest } })
}
