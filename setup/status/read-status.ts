import { checkInstanceUrl } from '../addresses'
import { createInstanceClient, type ClientOptions, type InstanceClient } from '../instance-client'
import { SetupError } from '../setup-error'
import { createTableClient, readResult } from '../table-client'
import { countOutcomes } from './counts'

const TABLE = 'x_opfi_openfin_token_status'
/** Tokens that are named; all are counted. */
const MOST_NAMED = 1000
const MOST_ENDS = 10

/** A token that needs a person. */
export interface NeedsPeople {
    /** Name of the rule; empty for a token that no rule covers. */
    rule: string
    /** Table of the requestor. */
    table: string
    /** Name of the record that the token is of. */
    requestor: string
    /** Name of the OAuth profile. */
    profile: string
    outcome: string
    message: string
    /** The status record. */
    link: string
    /** sys_ids of the above; empty where there is none. */
    ruleId: string
    requestorId: string
    profileId: string
}

/** When a refresh token ends. */
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
    /** Those in `reauthorize` and `no_token`, the soonest end first; at most 1,000. */
    needsPeople: NeedsPeople[]
    /** The next ten ends of refresh tokens, soonest first. */
    nextEnds: NextEnd[]
}

/** Whom to ask, and the credentials to use. */
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
        list(client, 'outcomeINreauthorize,no_token^ORDERBYrefresh_token_expires^ORDERBYsys_id', MOST_NAMED),
        list(
            client,
            'refresh_token_expires>javascript:gs.nowDateTime()^ORDERBYrefresh_token_expires^ORDERBYsys_id',
            MOST_ENDS
        ),
        countOutcomes(client, createTableClient(client)),
    ])
    return {
        instance: instanceUrl,
        counts,
        needsPeople: needing.map((row) => ({
            ...named(row),
            rule: row.text('rule'),
            table: row.value('requestor_table'),
            outcome: row.value('outcome'),
            message: row.value('message'),
            link: `${instanceUrl}/${TABLE}.do?sys_id=${row.value('sys_id')}`,
            ruleId: row.value('rule'),
        })),
        nextEnds: ending.map((row) => ({
            ...named(row),
            expires: `${row.value('refresh_token_expires').replace(' ', 'T')}Z`,
        })),
    }
}

/** A row with values and names. */
interface Row {
    value(column: string): string
    /** Display value; the value where it has none. */
    text(column: string): string
}

const COLUMNS = [
    ...['sys_id', 'rule', 'requestor_table', 'requestor', 'profile', 'outcome', 'message'],
    'refresh_token_expires',
]

function named(row: Row) {
    return {
        requestor: row.text('requestor'),
        profile: row.text('profile'),
        requestorId: row.value('requestor'),
        profileId: row.value('profile'),
    }
}

async function list(client: InstanceClient, query: string, limit: number): Promise<Row[]> {
    const parameters = new URLSearchParams({
        sysparm_query: query,
        sysparm_fields: COLUMNS.join(','),
        sysparm_display_value: 'all',
        sysparm_exclude_reference_link: 'true',
        sysparm_limit: String(limit),
    })
    const path = `/api/now/table/${TABLE}?${parameters.toString()}`
    const answer = await client.send({ method: 'GET', path })
    const result = readResult(client.url, `GET ${TABLE}`, answer)
    const rows = Array.isArray(result) ? (result as Record<string, unknown>[]) : []
    const total = Number(answer.headers.get('X-Total-Count') ?? rows.length)
    if (Math.min(total, limit) > rows.length) {
        throw new SetupError(
            'not_authorized',
            `Rows of ${TABLE} cannot be read with these rights. This requires the role x_opfi_openfin.viewer.`
        )
    }
    return rows.map((row) => {
        const cell = (column: string, member: 'value' | 'display_value') => {
            const text = (Object(row[column]) as Record<string, unknown>)[member]
            return typeof text === 'string' ? text : ''
        }
        return {
            value: (column) => cell(column, 'value'),
            text: (column) => cell(column, 'display_value') || cell(column, 'value'),
        }
    })
}
