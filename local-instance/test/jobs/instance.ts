import {
    startWithHost,
    type InstanceWithHost,
    type LocalInstanceOptions,
} from '../../src/create-local-instance'
import type { Row } from '../../src/core/store/types'
import type { JobRun } from '../../src/plugins/jobs/jobs'

const AUTHORIZATION = `Basic ${Buffer.from('admin:admin').toString('base64')}`

/** A running instance, with helpers to add jobs, events and notifications. */
export interface JobsInstance extends InstanceWithHost {
    /** Calls the control API as `admin`. */
    local<T = Record<string, never>>(path: string, body?: unknown): Promise<{ status: number; body: T }>
    /** Runs a job by name; fails if that is rejected. */
    run(name: string): Promise<JobRun>
    /** Adds a record and returns its sys_id. */
    add(table: string, values: Row): string
    /** Adds a job with a script and returns its sys_id. */
    job(name: string, script: string, values?: Row): string
    /** Messages of the log, oldest first. */
    messages(): string[]
}

/** Starts it on a free port. */
export async function startInstance(options: LocalInstanceOptions = {}): Promise<JobsInstance> {
    const instance = await startWithHost(options)
    const { store, log } = instance.host
    const started: JobsInstance = {
        ...instance,
        async local(path, body) {
            const response = await fetch(`${instance.url}/local${path}`, {
                method: body === undefined ? 'GET' : 'POST',
                headers: { authorization: AUTHORIZATION, 'content-type': 'application/json' },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            })
            return { status: response.status, body: (await response.json()) as never }
        },
        async run(name) {
            const { status, body } = await started.local<JobRun>('/jobs/run', { name })
            expect(status).toBe(200)
            return body
        },
        add: (table, values) => store.insert(table, values)['sys_id'] ?? '',
        job: (name, script, values = {}) =>
            started.add('sysauto_script', { name, script, run_type: 'on_demand', ...values }),
        messages: () => log.entries().map(({ message }) => message),
    }
    return started
}
