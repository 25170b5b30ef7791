import type { InstanceClient } from '../instance-client'
import { getInBatch } from './batch'
import { TOKEN_TABLE } from './token-rows'

/** Days in the expiry timeline, today included. */
const TIMELINE_DAYS = 30
/** Days for which requests are kept, today included. */
const TRAFFIC_DAYS = 7

const REQUEST_TABLE = 'x_opfi_openfin_request'
const DAY_MS = 86_400_000

/** Refresh tokens that expire on a day. */
export interface DayEnds {
    /** `2026-11-28`, UTC. */
    day: string
    count: number
}

/** Requests to the open routes on a day. */
export interface DayTraffic {
    day: string
    requests: number
    /** Number of unsuccessful ones. */
    refused: number
}

/**
 * Counts per day, on the instance: expiries of refresh tokens from today on, and requests up to today. Takes
 * one request, regardless of the number of records.
 *
 * @param now time of the instance, in ms since 1970
 * @throws SetupError
 */
export async function readSeries(
    client: InstanceClient,
    now: number
): Promise<{ ends: DayEnds[]; traffic: DayTraffic[] }> {
    const today = Math.floor(now / DAY_MS) * DAY_MS
    const ahead = daysFrom(today, TIMELINE_DAYS)
    const back = daysFrom(today - (TRAFFIC_DAYS - 1) * DAY_MS, TRAFFIC_DAYS)
    const results = await getInBatch(client, [
        ...ahead.map((day) => stats(TOKEN_TABLE, within('refresh_token_expires', day))),
        ...back.map(
            (day) => `${stats(REQUEST_TABLE, within('sys_created_on', day))}&sysparm_group_by=outcome`
        ),
    ])
    return {
        ends: ahead.map((day, index) => ({ day: dateOf(day), count: countOf(results[index]) })),
        traffic: back.map((day, index) => trafficOf(dateOf(day), results[ahead.length + index])),
    }
}

function daysFrom(start: number, count: number): number[] {
    return Array.from({ length: count }, (_, index) => start + index * DAY_MS)
}

function within(column: string, day: number): string {
    return `${column}>=${dateOf(day)} 00:00:00^${column}<${dateOf(day + DAY_MS)} 00:00:00`
}

function dateOf(ms: number): string {
    return new Date(ms).toISOString().slice(0, 10)
}

function stats(table: string, query: string): string {
    return `/api/now/stats/${table}?sysparm_count=true&sysparm_query=${encodeURIComponent(query)}`
}

function countOf(result: unknown): number {
    const { stats: figures } = Object(result) as { stats?: { count?: unknown } }
    return Number(figures?.count ?? 0)
}

function trafficOf(day: string, result: unknown): DayTraffic {
    const groups = Array.isArray(result) ? (result as unknown[]) : []
    const counts = groups.map((group) => {
        const { groupby_fields: fields } = Object(group) as { groupby_fields?: { value?: unknown }[] }
        return { isServed: fields?.[0]?.value === 'ok', count: countOf(group) }
    })
    const sum = (list: typeof counts) => list.reduce((total, { count }) => total + count, 0)
    return { day, requests: sum(counts), refused: sum(counts.filter(({ isServed }) => !isServed)) }
}
