import type { InstanceClient } from '../instance-client'
import { SetupError } from '../setup-error'
import { readResult, type TableClient } from '../table-client'

const TABLE = 'x_opfi_openfin_token_status'

/** Outcomes of tokens, in display order. */
export const OUTCOMES = ['valid', 'refreshed', 'retry_later', 'no_token', 'reauthorize'] as const

/**
 * Number of tokens by outcome: the app's five outcomes, and others if there are any; `none` stands for an
 * empty one. By the Aggregate API (DOCS c_AggregateAPI), which counts on the instance; if unavailable, by the
 * totals of one-row lists.
 *
 * @throws SetupError
 */
export async function countOutcomes(
    client: InstanceClient,
    tables: TableClient
): Promise<Record<string, number>> {
    const counts = (await countByAggregate(client)) ?? (await countByLists(tables))
    return { ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])), ...counts }
}

async function countByAggregate(client: InstanceClient): Promise<Record<string, number> | null> {
    const path = `/api/now/stats/${TABLE}?sysparm_count=true&sysparm_group_by=outcome`
    const answer = await client.send({ method: 'GET', path })
    try {
        const result = readResult(client.url, `GET stats/${TABLE}`, answer)
        return Array.isArray(result) ? Object.fromEntries(result.map(toCount)) : null
    } catch (error) {
        // The API may be closed by an access policy while the Table API is open.
        if (error instanceof SetupError && [400, 403, 404].includes(error.status ?? 0)) return null
        throw error
    }
}

/** A group: its value and its count, both text. */
function toCount(group: unknown): [string, number] {
    const { stats, groupby_fields: fields } = Object(group) as {
        stats?: { count?: unknown }
        groupby_fields?: { value?: unknown }[]
    }
    const value = fields?.[0]?.value
    return [typeof value === 'string' && value !== '' ? value : 'none', Number(stats?.count ?? 0)]
}

async function countByLists(tables: TableClient): Promise<Record<string, number>> {
    const count = async (query: string) => {
        const { rows, total } = await tables.list(TABLE, query, ['outcome'], 1)
        return total ?? (rows.length === 0 ? 0 : (await tables.query(TABLE, query, ['outcome'])).length)
    }
    const all = await count('')
    const known = await Promise.all(
        OUTCOMES.map(async (outcome): Promise<[string, number]> => [
            outcome,
            await count(`outcome=${outcome}`),
        ])
    )
    const others = all - known.reduce((sum, [, one]) => sum + one, 0)
    return Object.fromEntries(others > 0 ? [...known, ['none', others]] : known)
}
