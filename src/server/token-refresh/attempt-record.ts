import { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import type { RefreshResult } from './outcome'

/** Records an attempt in the history. One statement. */
export function recordAttempt(entry: {
    status: string
    run: string
    result: RefreshResult
    durationMs: number
}): void {
    tryWrite('Token refresh: the history of an attempt', () => {
        const attempt = new GlideRecord('x_opfi_openfin_refresh_attempt')
        attempt.initialize()
        attempt.setValue('status', entry.status)
        attempt.setValue('run', entry.run)
        attempt.setValue('outcome', entry.result.outcome)
        attempt.setValue('message', entry.result.message.slice(0, 1000))
        attempt.setValue('duration_ms', entry.durationMs)
        attempt.setWorkflow(false)
        return attempt.insert()
    })
}
