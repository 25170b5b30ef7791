import { tooManyRequests, type Refusal } from './refusal'

/** Length of the sliding window in which requests are counted, in seconds. */
export const WINDOW_S = 60

/** Requests of one address with the same outcome, client and flag. */
export interface RequestGroup {
    outcome: string
    /** sys_id of the client's oauth_entity; empty without a registered client. */
    client: string
    /** Whether these requests raised the event. */
    reported: boolean
    count: number
}

/** Outcomes that the caller has caused. Failures of the token endpoint do not count. */
const REFUSALS = new Set(['invalid_request', 'invalid_client', 'invalid_grant', 'unsupported_grant_type'])

/** Reasons of the refusals below. */
const OVER_LIMIT = ['address_over_limit', 'refusals_over_limit']

/** Whether a request was rejected by a limit of this module, as opposed to one of the token endpoint. */
export function isOverLimit(refusal: Refusal | null): boolean {
    return refusal !== null && OVER_LIMIT.includes(refusal.reason)
}

/** True for outcomes that count as refusals. */
export function isRefusal(outcome: string): boolean {
    return REFUSALS.has(outcome)
}

/** @throws Refusal 429 if the address has reached its limit. */
export function checkRequests(recent: RequestGroup[], requestsPerMinute: number): void {
    if (count(recent) >= requestsPerMinute) throw tooManyRequests(WINDOW_S, 'address_over_limit')
}

/**
 * Refusals are counted by address and client, so that one failing app does not lock out others at the same address.
 *
 * @param client sys_id of the client; empty without a registered client
 * @throws Refusal 429 if the limit is reached
 */
export function checkRefusals(recent: RequestGroup[], client: string, refusalsPerMinute: number): void {
    const refused = recent.filter((group) => group.client === client && isRefusal(group.outcome))
    if (count(refused) >= refusalsPerMinute) throw tooManyRequests(WINDOW_S, 'refusals_over_limit')
}

/** Whether a further refusal of this address raises the event: once the threshold is reached, once per window. */
export function shouldReport(recent: RequestGroup[], failuresBeforeEvent: number): boolean {
    if (recent.some((group) => group.reported)) return false
    return count(recent.filter((group) => isRefusal(group.outcome))) + 1 >= failuresBeforeEvent
}

function count(groups: RequestGroup[]): number {
    return groups.reduce((sum, group) => sum + group.count, 0)
}
