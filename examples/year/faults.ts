import type { ConnectionPlan } from './connections'
import type { Fault } from './proxy'
import { createRandom, type Random } from './random'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Faults for the next requests of a client from a time on, one per request. */
export interface Burst {
    /** ms since the start. */
    at: number
    client: string
    faults: Fault[]
}

/** An outage, during which the provider does not respond. */
export interface Outage {
    from: number
    to: number
    fault: Fault
}

/** All faults, derived from the seed alone; times in ms since the start, in ascending order. */
export interface FaultPlan {
    bursts: Burst[]
    outages: Outage[]
    /** The provider's administrator revokes a client's grants. */
    revocations: { at: number; client: string }[]
    /** An idle node is restarted. */
    nodeRestarts: { at: number; node: number }[]
    /** Both nodes are killed, and the instance is restarted with its data. */
    instanceRestarts: number[]
}

/** Number and frequency of faults. */
export interface FaultWishes {
    seed: string
    days: number
    connections: ConnectionPlan[]
    /** Average days between bursts of faults of a connection. */
    burstEveryDays: number
    /** Duration of each outage, in hours. */
    outageHours: number[]
    /** Number of each kind, over all connections with a refresh token. */
    killsBefore: number
    killsAfterwards: number
    answersLost: number
    revocations: number
    instanceRestarts: number
}

/** Days without faults at the start, so that all connections are established, and at the end, so that incidents can end. */
const QUIET_DAYS = { first: 2, last: 6 }

/** Generates a plan of faults. */
export function planFaults(wishes: FaultWishes): FaultPlan {
    const { seed, days, connections } = wishes
    // Nothing asks for tokens of watched connections, so no request of theirs could fail.
    const asking = connections.filter(({ watched = false }) => !watched)
    const lasting = asking.filter(({ refreshTokenS, to }) => refreshTokenS !== null && to === undefined)
    const [first, last] = [QUIET_DAYS.first * DAY, (days - QUIET_DAYS.last) * DAY]
    const random = createRandom(`${seed} world`)
    /** A number of times, spread over the whole period, with clients in turn. */
    const spread = (count: number): { at: number; client: string }[] => {
        const turn = random.whole(0, lasting.length - 1)
        return Array.from({ length: count }, (_, index) => ({
            at: first + ((last - first) * (index + random.between(0.15, 0.85))) / count,
            client: lasting[(turn + index) % lasting.length]?.id ?? '',
        }))
    }
    const single = (fault: Fault) => (time: { at: number; client: string }) => ({ ...time, faults: [fault] })
    return {
        bursts: [
            ...asking.flatMap((connection) => plainBursts(wishes, connection, { first, last })),
            ...spread(wishes.killsBefore).map(single({ kind: 'node killed', afterwards: false })),
            ...spread(wishes.killsAfterwards).map(single({ kind: 'node killed', afterwards: true })),
            ...spread(wishes.answersLost).map(single({ kind: 'answer lost' })),
        ].sort((one, other) => one.at - other.at),
        outages: wishes.outageHours.map((hours, index, all) => {
            const from = Math.floor(
                first + ((last - first) * (index + random.between(0.2, 0.8))) / all.length
            )
            const fault: Fault = random.next() < 0.5 ? { kind: 'silence' } : { kind: 'status', status: 503 }
            return { from, to: from + hours * HOUR, fault }
        }),
        revocations: spread(wishes.revocations),
        nodeRestarts: monthly(days).map((at) => ({
            at: at + random.between(0, DAY),
            node: random.whole(1, 2),
        })),
        instanceRestarts: spread(wishes.instanceRestarts).map(({ at }) => at),
    }
}

function monthly(days: number): number[] {
    return Array.from({ length: Math.floor(days / 30) }, (_, month) => (month * 30 + 15) * DAY)
}

/** Temporary refusals and timeouts of one connection. */
function plainBursts(
    { seed, burstEveryDays, days }: FaultWishes,
    { id, from = 0, to = days }: ConnectionPlan,
    { first, last }: { first: number; last: number }
): Burst[] {
    const random = createRandom(`${seed} ${id}`)
    const bursts: Burst[] = []
    const [begin, end] = [Math.max(first, (from + 1) * DAY), Math.min(last, to * DAY)]
    const step = () => random.between(0.4, 1.6) * Math.min(burstEveryDays, (end - begin) / DAY / 2) * DAY
    for (let at = begin + step() / 2; at < end; at += step())
        bursts.push({ at, client: id, faults: draw(random) })
    return bursts
}

function draw(random: Random): Fault[] {
    const kind = random.pick(['silence', '503', '429'] as const)
    if (kind === '429') return [{ kind: 'status', status: 429, retryAfterS: random.whole(10, 120) * 60 }]
    const fault: Fault = kind === 'silence' ? { kind: 'silence' } : { kind: 'status', status: 503 }
    return Array.from({ length: random.pick([1, 1, 2, 2, 3, 6]) }, () => fault)
}
