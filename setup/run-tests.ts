import type { InstanceClient } from './instance-client'
import { SetupError } from './setup-error'
import { createTableClient, readResult } from './table-client'

/** Name of the app's test suite. */
const SUITE = 'OpenFin for ServiceNow'
/** Statuses from this one on are final; this one is success (DOCS cicd-api). */
const SUCCESSFUL = 2

/** Result of a run of the suite. */
export interface TestRun {
    /** Whether every test passed, and there was at least one. */
    ok: boolean
    suite: string
    /** The instance's message about the run; empty if none. */
    message: string
    tests: { name: string; status: string; output: string }[]
}

interface Progress {
    status: string
    status_message?: string
    links: { progress: { id: string }; results?: { id: string } }
}

/** Options for waiting for the end of a run. */
export interface Waiting {
    /** Waits between two progress queries. */
    pause: () => Promise<void>
    /** The time, in ms. */
    now: () => number
    /**
     * Time limit of the whole run, in ms: a run that waits for another operation of the instance may not
     * begin for hours.
     */
    limitMs: number
}

/**
 * Runs the app's test suite through the CI/CD API, and waits for its end.
 *
 * @throws SetupError; `timed_out` if the run did not end in time, and goes on
 */
export async function runTests(client: InstanceClient, { pause, now, limitMs }: Waiting): Promise<TestRun> {
    const end = now() + limitMs
    const call = async (method: string, path: string) => {
        const answer = await client.send({ method, path: `/api/sn_cicd/${path}` })
        return readResult(client.url, `${method} /api/sn_cicd/${path.split('?', 1)[0]}`, answer) as Progress
    }
    let progress = await call('POST', `testsuite/run?test_suite_name=${encodeURIComponent(SUITE)}`)
    const { id } = progress.links.progress
    if (!/^\w+$/.test(id)) throw new SetupError('request_failed', 'The instance returned no progress id.')
    while (Number(progress.status) < SUCCESSFUL) {
        if (now() >= end) throw timedOut(limitMs, progress)
        await pause()
        progress = await call('GET', `progress/${id}`)
    }
    const results = progress.links.results?.id ?? ''
    const rows = /^\w+$/.test(results)
        ? await createTableClient(client).query(
              'sys_atf_test_result',
              `parent=${results}^ORDERBYsys_created_on`,
              [...['test_name', 'status', 'output']]
          )
        : []
    const tests = rows.map((row) => ({
        name: row['test_name'] ?? '',
        status: row['status'] ?? '',
        output: row['output'] ?? '',
    }))
    const ok = Number(progress.status) === SUCCESSFUL
    return { ok, suite: SUITE, message: progress.status_message ?? '', tests }
}

function timedOut(limitMs: number, { status }: Progress): SetupError {
    const state = status === '0' ? 'has not begun' : 'has not ended'
    const minutes = Math.round(limitMs / 60_000)
    return new SetupError(
        'timed_out',
        `The run ${state} after ${minutes} minutes. It goes on without this command; its results will be in Automated Test Framework > Test Suite Results.`
    )
}
