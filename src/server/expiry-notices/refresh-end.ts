import type { GlideRecord } from '@servicenow/glide'
import { fromStored } from '../shared/glide-time'
import { SAME_END_MS } from '../token-refresh/stored-tokens'

/**
 * Sets when the refresh token of a status row ends. A later end than that of the last notice begins anew: without that, a row
 * whose end was told would never be read again by the notices.
 *
 * @param end as stored; empty for none, which leaves what was told
 */
export function setRefreshEnd(row: GlideRecord<'x_opfi_openfin_token_status'>, end: string): void {
    row.setValue('refresh_token_expires', end)
    const [later, told] = [fromStored(end), fromStored(row.getValue('notice_end'))]
    // Ends of attempts are in seconds from then on, so the same one may differ a little.
    if (later === null || told === null || later <= told + SAME_END_MS) return
    row.setValue('notice_days', '')
    row.setValue('notice_end', '')
}
