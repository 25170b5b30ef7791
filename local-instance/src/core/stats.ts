import type { Stats } from './plugin'

/** Counters per route and job, for `GET /local/stats`. */
export function createStats(): Stats {
    const counters = new Map<
        string,
        { transactions: number; db_statements: number; outbound_calls: number; ms: number }
    >()
    return {
        add(key, values) {
            const counter = counters.get(key) ?? {
                transactions: 0,
                db_statements: 0,
                outbound_calls: 0,
                ms: 0,
            }
            counter.transactions += values.transactions ?? 0
            counter.db_statements += values.db_statements ?? 0
            counter.outbound_calls += values.outbound_calls ?? 0
            counter.ms += values.ms ?? 0
            counters.set(key, counter)
        },
        all: () => Object.fromEntries(counters),
        clear: () => counters.clear(),
    }
}
