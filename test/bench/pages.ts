import { addTokens, visitHealthPage, type Visit } from '../pages/health-visit'
import { startPageBrowser } from '../pages/page-browser'
import { prepareTokens } from '../pages/tokens'
import globalSetup from '../support/global-setup'
import { startAll } from '../support/start-all'
import { median } from './measure'
import type { Figure } from './report'
import { atMost, ratio } from './runs'

/** Number of measured visits of each; one more before them is warm-up. */
const VISITS = 7
const [FEW, MANY] = [1_000, 100_000]

/**
 * Cost of a visit of the health page with 100,000 tokens, and its duration compared to one with 1,000, in
 * turns.
 */
export async function benchPages(): Promise<Figure[]> {
    await globalSetup()
    const [few, many] = await startAll(startPageBrowser(), startPageBrowser())
    try {
        addTokens(prepareTokens(few.instance), 0, FEW)
        addTokens(prepareTokens(many.instance), 0, MANY)
        const visits: { few: Visit[]; many: Visit[] } = { few: [], many: [] }
        for (let round = 0; round <= VISITS; round++) {
            const [one, other] = [await visitHealthPage(few), await visitHealthPage(many)]
            if (round === 0) continue
            visits.few.push(one)
            visits.many.push(other)
        }
        const most = (list: Visit[], cost: 'requests' | 'bytes') =>
            Math.max(...list.map((visit) => visit[cost]))
        const ms = (list: Visit[]) => median(list.map((visit) => visit.ms))
        const page = 'health page with 100,000 tokens'
        return [
            atMost(`${page}: requests of a visit`, most(visits.many, 'requests'), 30),
            atMost(
                `${page}: kB of a visit, compressed, empty cache`,
                most(visits.many, 'bytes') / 1000,
                1000
            ),
            ratio(
                `${page}: time to the first figures ÷ with 1,000`,
                [ms(visits.many), ms(visits.few), ' ms'],
                1.5
            ),
        ]
    } finally {
        await Promise.all([few.close(), many.close()])
    }
}
