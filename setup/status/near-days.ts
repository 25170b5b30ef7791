import type { InstanceClient } from '../instance-client'
import { SetupError } from '../setup-error'
import { createTableClient } from '../table-client'

/** Days before the expiry of a refresh token at which notices are sent, comma-separated. */
const THRESHOLDS = 'x_opfi_openfin.expiry_notices.thresholds_days'

/** The app's own record of them, which its viewers may read; at most an hour old. */
const NOTE = { table: 'x_opfi_openfin_state', name: 'notice_thresholds' }

/** Default: the largest threshold. */
const DEFAULT_DAYS = 14

/**
 * Number of days before expiry in which a token without a rule requires attention: the largest threshold of
 * the expiry notices, so that the page and the command list the tokens that mails are sent about. From the
 * property, otherwise from the app's record of it, otherwise the default. Takes one or two requests.
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

/**
 * The largest threshold, in days. Items other than whole numbers from 1 to 365 are dropped, as by the
 * notices.
 */
export function nearDaysOf(thresholds: string): number {
    const days = thresholds
        .split(',')
        .map((item) => item.trim())
        .filter((item) => /^\d{1,3}$/.test(item))
        .map(Number)
        .filter((item) => item >= 1 && item <= 365)
    return days.length > 0 ? Math.max(...days) : DEFAULT_DAYS
}
