import type { InstanceClient } from '../instance-client'
import { SetupError } from '../setup-error'
import { createTableClient } from '../table-client'

/** Days before the end of a refresh token at which people are told, comma-separated. */
const THRESHOLDS = 'x_opfi_openfin.expiry_notices.thresholds_days'

/** The app's own note of them, which its viewers may read; at most an hour old. */
const NOTE = { table: 'x_opfi_openfin_state', name: 'notice_thresholds' }

/** The farthest threshold, unless the property names others. */
const DEFAULT_DAYS = 14

/**
 * Days before its end from which a token that no rule covers needs people: the farthest threshold of the expiry notices, so
 * that the page and the command name what a mail is sent about. From the property, else from the app's note of it, else the
 * default. One or two requests.
 *
 * @throws SetupError unless it is about the caller's rights
 */
export async function readNearDays(client: InstanceClient): Promise<number> {
    const thresholds =
        (await readValue(client, 'sys_properties', THRESHOLDS)) ??
        (await readValue(client, NOTE.table, NOTE.name)) ??
        ''
    return nearDaysOf(thresholds)
}

/** Undefined if there is no such row, or the caller may not read it. */
async function readValue(client: InstanceClient, table: string, name: string): Promise<string | undefined> {
    try {
        const { rows } = await createTableClient(client).list(table, `name=${name}`, ['value'], 1)
        return rows[0]?.['value']
    } catch (error) {
        if (error instanceof SetupError && [401, 403, 404].includes(error.status ?? 0)) return undefined
        throw error
    }
}

/** The farthest of the thresholds. Items that are no whole number from 1 to 365 are dropped, as the notices do. */
export function nearDaysOf(thresholds: string): number {
    const days = thresholds
        .split(',')
        .map((item) => item.trim())
        .filter((item) => /^\d{1,3}$/.test(item))
        .map(Number)
        .filter((item) => item >= 1 && item <= 365)
    return days.length > 0 ? Math.max(...days) : DEFAULT_DAYS
}
