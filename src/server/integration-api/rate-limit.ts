import { tooManyRequests, type Refusal } from './refusal'

/** Seconds over which requests are counted, and after which a full count has emptied. */
export const WINDOW_S = 60

/** Requests of one address that ended alike. */
export interface RequestGroup {
    outcome: string
    /** sys_id of the client's oauth_entity; empty where no registered client was named. */
    client: string
    /** Whether these requests raised the event. */
    reported: boolean
    count: number
}

/** Outcomes that are the caller's doing. Trouble of the token endpoint is held against nobody. */
const REFUSALS = new Set(['invalid_request', 'invalid_client', 'invalid_grant', 'unsupported_grant_type'])

/** Reasons of the refusals below. */
const OVER_LIMIT = ['address_over_limit', 'refusals_over_limit']

/** Whether a request ended at a limit of this module, and not at one of the token endpoint, which it reached. */
export function isOverLimit(refusal: Refusal | null): boolean {
    return refusal !== null && OVER_LIMIT.includes(refusal.reason)
}

/** True for outcomes that count as refusals. */
export function isRefusal(outcome: string): boolean {
    return REFUSALS.has(outcome)
}

/** @throws Refusal 429 where the address sent as many requests as it may. */
export function checkRequests(recent: RequestGroup[], requestsPerMinute: number): void {
    if (count(recent) >= requestsPerMinute) throw tooManyRequests(WINDOW_S, 'address_over_limit')
}

/**
 * Refusals are counted by address and client, so that one failing app does not shut out its neighbours.
 *
 * @param client sys_id of the client; empty for requests that name no registered one
 * @throws Refusal 429 where they are as many as there may be
 */
export function checkRefusals(recent: RequestGroup[], client: string, refusalsPerMinute: number): void {
    const refused = recent.filter((group) => group.client === client && isRefusal(group.outcome))
    if (count(refused) >= refusalsPerMinute) throw tooManyRequests(WINDOW_S, 'refusals_over_limit')
}

/** Whether a further refusal of this address is to raise the event: from so many on, and once in the window. */
export function shouldReport(recent: RequestGroup[], failuresBeforeEvent: number): boolean {
    if (recent.some((group) => group.reported)) return false
    return count(recent.filter((group) => isRefusal(group.outcome))) + 1 >= failuresBeforeEvent
}

function count(groups: RequestGroup[]): number {
    return groups.reduce((sum, group) => sum + group.count, 0)
}
