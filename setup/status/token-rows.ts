import type { InstanceClient } from '../instance-client'
import { SetupError } from '../setup-error'
import { readResult } from '../table-client'

/** One row per token that the app knows. */
export const TOKEN_TABLE = 'x_opfi_openfin_token_status'

/** State of a token, with names and sys_ids; empty if there is none. Times are ISO 8601, UTC, or null. */
export interface Token {
    sysId: string
    /** Name of the rule; empty for a token without a rule. */
    rule: string
    ruleId: string
    /** Table of the requestor. */
    table: string
    /** Name of the requestor record. */
    requestor: string
    requestorId: string
    /** Name of the OAuth profile. */
    profile: string
    profileId: string
    outcome: string
    message: string
    refreshTokenExpires: string | null
    nextAttempt: string | null
    /** Number of consecutive failures. */
    failures: number
    /** The status record. */
    link: string
    /** Consent URL for exactly this record; null if its parts are unknown. */
    consentLink: string | null
}

/** A page of the tokens. */
export interface TokenPage {
    tokens: Token[]
    /** Total number of matching tokens. */
    total: number
}

const COLUMNS = [
    ...['sys_id', 'rule', 'requestor_table', 'requestor', 'profile', 'outcome', 'message'],
    ...['refresh_token_expires', 'next_attempt', 'failures'],
]

/**
 * Lists tokens by an encoded query. For the role x_opfi_openfin.viewer.
 *
 * @throws SetupError; `not_authorized` also if rows are hidden
 */
export async function listTokens(
    client: InstanceClient,
    { query, limit, offset = 0 }: { query: string; limit: number; offset?: number }
): Promise<TokenPage> {
    const parameters = new URLSearchParams({
        sysparm_query: query,
        sysparm_fields: COLUMNS.join(','),
        sysparm_display_value: 'all',
        sysparm_exclude_reference_link: 'true',
        sysparm_limit: String(limit),
        ...(offset > 0 && { sysparm_offset: String(offset) }),
    })
    const path = `/api/now/table/${TOKEN_TABLE}?${parameters.toString()}`
    const answer = await client.send({ method: 'GET', path })
    const result = readResult(client.url, `GET ${TOKEN_TABLE}`, answer)
    const rows = Array.isArray(result) ? (result as Record<string, unknown>[]) : []
    const total = Number(answer.headers.get('X-Total-Count') ?? offset + rows.length)
    if (Math.min(Math.max(0, total - offset), limit) > rows.length) {
        throw new SetupError(
            'not_authorized',
            `Rows of ${TOKEN_TABLE} cannot be read with these rights. This requires the role x_opfi_openfin.viewer.`
        )
    }
    return { tokens: rows.map((row) => toToken(client.url, row)), total }
}

function toToken(instanceUrl: string, row: Record<string, unknown>): Token {
    const cell = (column: string, member: 'value' | 'display_value') => {
        const text = (Object(row[column]) as Record<string, unknown>)[member]
        return typeof text === 'string' ? text : ''
    }
    const value = (column: string) => cell(column, 'value')
    const name = (column: string) => cell(column, 'display_value') || value(column)
    const parts = {
        table: value('requestor_table'),
        requestorId: value('requestor'),
        profileId: value('profile'),
    }
    return {
        ...parts,
        sysId: value('sys_id'),
        rule: name('rule'),
        ruleId: value('rule'),
        requestor: name('requestor'),
        profile: name('profile'),
        outcome: value('outcome'),
        message: value('message'),
        refreshTokenExpires: toIso(value('refresh_token_expires')),
        nextAttempt: toIso(value('next_attempt')),
        failures: Number(value('failures') || 0),
        link: `${instanceUrl}/${TOKEN_TABLE}.do?sys_id=${value('sys_id')}`,
        consentLink: consentLink(instanceUrl, parts),
    }
}

/** DOCS oauth-auth-code-flow-state-parm. Tokens issued by this instance have no profile, and no such page. */
function consentLink(
    instanceUrl: string,
    { table, requestorId, profileId }: Pick<Token, 'table' | 'requestorId' | 'profileId'>
): string | null {
    if (!table || !requestorId || !profileId) return null
    const parameters = new URLSearchParams({
        oauth_requestor_context: table,
        oauth_requestor: requestorId,
        oauth_provider_profile: profileId,
        response_type: 'code',
    })
    return `${instanceUrl}/oauth_initiator.do?${parameters.toString()}`
}

/** Date and time as stored, in UTC. */
function toIso(stored: string): string | null {
    return stored === '' ? null : `${stored.replace(' ', 'T')}Z`
}
