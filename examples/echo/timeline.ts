import { held, requestToken } from './tokens'
import type { Connection } from './register-provider'

/** A connection of the client instance that is watched. */
export interface Watched {
    /** Name of its OAuth API Script; empty where it has none. */
    script: string
    connection: Connection
    /** Seconds until the provider's true end of the refresh token that the client holds. */
    truth(): Promise<number>
}

/** How a connection stood at a renewal; days are those left of the refresh token. */
export interface Point {
    day: number
    /** What the client believed just before the renewal. */
    believedDays: number
    /** What held at the provider just before it. */
    trueDays: number
    /** Empty where the renewal went well. */
    error: string
}

/** What plays, and how. */
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

/** Lets time pass and renews all connections at each stop; answers the points of each, from the consent on. */
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
