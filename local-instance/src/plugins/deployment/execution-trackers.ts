import { toGlideDateTime, type Clock } from '../../core/clock'
import type { Row, Store } from '../../core/store/types'

/** `sys_execution_tracker.state` and `status` of the CI/CD API: 0 pending … 4 cancelled (DOCS cicd-api). */
const LABELS = ['Pending', 'Running', 'Successful', 'Failed', 'Canceled'] as const
const RUNNING = '1'
const SUCCESSFUL = '2'
const FAILED = '3'

/** Response of `GET /api/sn_cicd/progress/{id}`. */
export interface Progress {
    status: string
    status_label: string
    status_message: string
    status_detail: string
    percent_complete: number
    error: string
    links: { progress: { id: string; url: string }; results?: { id: string; url: string } }
}

/** The trackers of installations. */
export interface ExecutionTrackers {
    /** Starts a tracker; returns its sys_id. */
    start(name: string): string
    succeed(id: string, message: string): void
    fail(id: string, message: string): void
    /** Undefined for an unknown id. */
    progress(id: string, url: string): Progress | undefined
}

/** Opens the trackers of an instance. */
export function createExecutionTrackers(store: Store, clock: Clock): ExecutionTrackers {
    const now = () => toGlideDateTime(clock.now())
    const end = (id: string, values: Row) =>
        void store.update('sys_execution_tracker', id, {
            ...values,
            percent_complete: '100',
            completion_time: now(),
        })
    return {
        start(name) {
            const row = store.insert('sys_execution_tracker', {
                name,
                state: RUNNING,
                start_time: now(),
                percent_complete: '0',
            })
            return row['sys_id'] ?? ''
        },
        succeed: (id, message) => end(id, { state: SUCCESSFUL, message }),
        fail: (id, message) => end(id, { state: FAILED, message, error: message }),
        progress(id, url) {
            const row = /^[0-9a-f]{32}$/i.test(id) ? store.get('sys_execution_tracker', id) : undefined
            if (!row) return undefined
            const status = row['state'] ?? '0'
            const result = store.first('sys_atf_test_suite_result', `execution_tracker=${id}`)?.['sys_id']
            const results = `${url}/api/sn_cicd/testsuite/results/${result}`
            return {
                status,
                status_label: LABELS[Number(status)] ?? '',
                status_message: row['message'] ?? '',
                status_detail: row['detail_message'] ?? '',
                percent_complete: Number(row['percent_complete'] ?? 0),
                error: row['error'] ?? '',
                links: {
                    progress: { id, url: `${url}/api/sn_cicd/progress/${id}` },
                    ...(result && status !== RUNNING && { results: { id: result, url: results } }),
                },
            }
        },
    }
}
