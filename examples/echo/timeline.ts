import { held, requestToken } from './tokens'
import type { Connection } from './register-provider'

/** A monitored connection of the client instance. */
export interface Watched {
    /** Name of its OAuth API Script; empty for none. */
    script: string
    connection: Connection
    /** Seconds until the client's refresh token expires at the provider. */
    truth(): Promise<number>
}

/** State of a connection at a refresh; days are the remaining lifetime of the refresh token. */
export interface Point {
    day: number
    /** Remaining days that the client assumed before the refresh. */
    believedDays: number
    /** Remaining days at the provider before the refresh. */
    trueDays: number
    /** Empty if the refresh succeeded. */
    error: string
}

/** Options of the simulation. */
export interface Play {
    client: { url: string }
    watched: Watched[]
    /** Moves all clocks. */
    advance(days: number): Promise<void>
    everyDays: number
    days: number
    /** Called after each round, with the point of each connection in their order. */
    onRound(day: number, points: Point[]): void
}

const DAY_S = 86_400

/** Advances time and refreshes all connections at each stop; returns the points of each, starting with the consent. */
export async function playTimeline({
    client,
    watched,
    advance,
    everyDays,
    days,
    onRound,
}: Play): Promise<Point[][]> {
    const look = async (day: number): Promise<Point[]> => {
        const round: Point[] = []
        for (const { connection, truth } of watched) {
            const believed = (await held(client, connection))?.refreshTokenExpiresIn ?? 0
            const point = { day, believedDays: inDays(believed), trueDays: inDays(await truth()), error: '' }
            round.push(point)
        }
        return round
    }
    const rounds = [await look(0)]
    for (let day = everyDays; day <= days; day += everyDays) {
        await advance(everyDays)
        const round = await look(day)
        for (const [index, { connection }] of watched.entries()) {
            const { error } = await requestToken(client, connection, 'refresh_token')
            Object.assign(round[index] ?? {}, { error })
        }
        rounds.push(round)
        onRound(day, round)
    }
    return watched.map((_connection, index) => rounds.flatMap((round) => round[index] ?? []))
}

function inDays(seconds: number): number {
    return Math.max(0, Math.round(seconds / DAY_S))
}
