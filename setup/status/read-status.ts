import { checkInstanceUrl } from '../addresses'
import { createInstanceClient, type ClientOptions } from '../instance-client'
import { createTableClient } from '../table-client'
import { countOutcomes } from './counts'
import { readNeedsPeople, readNextEnds } from './queries'
import type { Token } from './token-rows'

/** Maximum number of tokens listed; all are counted. */
const MOST_NAMED = 1000
const MOST_ENDS = 10

/** A token that requires attention. */
export interface NeedsPeople {
    /** Name of the rule; empty for a token without a rule. */
    rule: string
    /** Table of the requestor. */
    table: string
    /** Name of the requestor record. */
    requestor: string
    /** Name of the OAuth profile. */
    profile: string
    outcome: string
    message: string
    /** The status record. */
    link: string
    /** sys_ids of the above; empty if there is none. */
    ruleId: string
    requestorId: string
    profileId: string
}

/** Expiry of a refresh token. */
export interface NextEnd {
    requestor: string
    profile: string
    /** ISO 8601, UTC. */
    expires: string
    requestorId: string
    profileId: string
}

/** State of the tokens of an instance. */
export interface TokenStatus {
    instance: string
    /** Tokens by outcome. */
    counts: Record<string, number>
    /**
     * Those in `reauthorize` and `no_token`, and those near expiry without a rule; earliest first, at most
     * 1,000.
     */
    needsPeople: NeedsPeople[]
    /** The next ten expiries of refresh tokens, earliest first. */
    nextEnds: NextEnd[]
}

/** The instance and the credentials to use. */
export interface StatusOptions extends ClientOptions {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
}

/**
 * Reads the state of the tokens, for the role x_opfi_openfin.viewer.
 *
 * @throws SetupError; `not_authorized` also if rows are hidden
 */
export async function readStatus(options: StatusOptions): Promise<TokenStatus> {
    const instanceUrl = checkInstanceUrl(options.instanceUrl)
    const client = createInstanceClient(instanceUrl, options)
    const [needing, ending, counts] = await Promise.all([
        readNeedsPeople(client, MOST_NAMED),
        readNextEnds(client, MOST_ENDS),
        countOutcomes(client, createTableClient(client)),
    ])
    return {
        instance: instanceUrl,
        counts,
        needsPeople: needing.tokens.map(toNeed),
        nextEnds: ending.tokens.map(({ requestor, profile, requestorId, profileId, ...token }) => ({
            ...{ requestor, profile, requestorId, profileId },
            expires: token.refreshTokenExpires ?? '',
        })),
    }
}

function toNeed(token: Token): NeedsPeople {
    const { rule, table, requestor, profile, outcome, message, link, ruleId, requestorId, profileId } = token
    return { rule, table, requestor, profile, outcome, message, link, ruleId, requestorId, profileId }
}
