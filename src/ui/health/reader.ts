import { createInstanceClient, type InstanceClient } from '../../../setup/instance-client'
import { countOutcomes } from '../../../setup/status/counts'
import { readFailing, readNeedsPeople, readTokens } from '../../../setup/status/queries'
import { readSeries, type DayEnds, type DayTraffic } from '../../../setup/status/series'
import type { TokenPage } from '../../../setup/status/token-rows'
import { createTableClient } from '../../../setup/table-client'
import { INSTANCE_URL, SESSION } from '../shared/session'
import type { Filters } from './filters'

/** Rows of the table on one page. */
export const PAGE_SIZE = 25
/** Tokens that a list names; the table has all. */
export const MOST_NAMED = 10

/** A page of the table. */
export interface TablePage extends TokenPage {
    /** From 1. While another one is read, this is the one that is shown. */
    page: number
}

let instanceNow = Date.now
const client = watchClock(createInstanceClient(INSTANCE_URL, SESSION))

/** What each part of the page shows. All reject with SetupError. */
export const reader = {
    counts: (): Promise<Record<string, number>> => countOutcomes(client, createTableClient(client)),
    needsPeople: (): Promise<TokenPage> => readNeedsPeople(client, MOST_NAMED),
    failing: (): Promise<TokenPage> => readFailing(client, MOST_NAMED),
    series: (): Promise<{ ends: DayEnds[]; traffic: DayTraffic[] }> => readSeries(client, instanceNow()),
    tokens: async ({ outcome, page }: Filters): Promise<TablePage> => {
        const offset = (page - 1) * PAGE_SIZE
        return { ...(await readTokens(client, { outcome, limit: PAGE_SIZE, offset })), page }
    },
}

/** Days are those of the instance, whose clock need not be this computer's. */
function watchClock(inner: InstanceClient): InstanceClient {
    return {
        ...inner,
        async send(request) {
            const answer = await inner.send(request)
            const date = Date.parse(answer.headers.get('Date') ?? '')
            if (!Number.isNaN(date)) {
                const offset = date - Date.now()
                instanceNow = () => Date.now() + offset
            }
            return answer
        },
    }
}
