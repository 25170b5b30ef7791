import type { InstanceClient } from '../instance-client'
import { readNearDays } from './near-days'
import { listTokens, type TokenPage } from './token-rows'

const BY_END = '^ORDERBYrefresh_token_expires^ORDERBYsys_id'

/**
 * Tokens that require attention, earliest expiry first: those that are unusable, and those near expiry that
 * no rule renews. "Near" is within the largest threshold of the expiry notices. Takes two requests.
 *
 * @throws SetupError
 */
export async function readNeedsPeople(client: InstanceClient, limit: number): Promise<TokenPage> {
    const days = await readNearDays(client)
    const near = `ruleISEMPTY^refresh_token_expires<=javascript:gs.daysAgo(-${days})`
    return listTokens(client, { query: `outcomeINreauthorize,no_token^NQ${near}${BY_END}`, limit })
}

/** The next expiries of refresh tokens, earliest first. @throws SetupError */
export function readNextEnds(client: InstanceClient, limit: number): Promise<TokenPage> {
    return listTokens(client, { query: `refresh_token_expires>javascript:gs.nowDateTime()${BY_END}`, limit })
}

/** Tokens whose last attempt failed and that will be retried, next attempt first. @throws SetupError */
export function readFailing(client: InstanceClient, limit: number): Promise<TokenPage> {
    return listTokens(client, { query: 'outcome=retry_later^ORDERBYnext_attempt^ORDERBYsys_id', limit })
}

/** A page of all tokens or those of one outcome, earliest expiry first. @throws SetupError */
export function readTokens(
    client: InstanceClient,
    { outcome, limit, offset }: { outcome: string | null; limit: number; offset: number }
): Promise<TokenPage> {
    const query = outcome === null ? BY_END.slice(1) : `outcome=${outcome}${BY_END}`
    return listTokens(client, { query, limit, offset })
}
