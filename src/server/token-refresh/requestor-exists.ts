import { GlideRecord } from '@servicenow/glide'
import type { TokenKey } from './outcome'

/** Whether the record that owns a token still exists and can be read. One statement. */
export function requestorExists({ table, requestor }: Pick<TokenKey, 'table' | 'requestor'>): boolean {
    try {
        return new GlideRecord(table as 'sys_metadata').get(requestor)
    } catch {
        return false
    }
}
