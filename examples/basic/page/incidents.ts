import type { ServiceNowConnection } from 'openfin-servicenow-client'
import { pages, tableEndpoint, where } from 'openfin-servicenow-client/requests'

/** A column with `sysparm_display_value=all`. */
export interface Cell {
    value: string
    display_value: string
}

const COLUMNS = [
    'sys_id',
    'number',
    'short_description',
    'description',
    'state',
    'priority',
    'caller_id',
    'assigned_to',
    'opened_at',
    'sys_updated_on',
    'comments',
] as const

/** An incident, as the page shows it. */
export type Incident = Record<(typeof COLUMNS)[number], Cell>

/** Filters of the list. */
export interface Filter {
    /** Part of the short description, or a number; empty for all. */
    text: string
    /** A state's value, `open` for all open incidents, empty for all. */
    state: string
    /** 1 to 5, empty for all. */
    priority: string
}

/** Fields of a new incident. */
export type Draft = Record<'short_description' | 'description' | 'impact' | 'urgency', string>

/** Incidents on a page of the list. */
export const PAGE_SIZE = 8

/** A page of the list. */
export interface IncidentPage {
    incidents: Incident[]
    /** Incidents that match, on all pages. */
    total: number
}

const TABLE = 'incident'
/** Resolved, closed and canceled. */
const DONE = ['6', '7', '8']
const CLOSED = '7'

/** A page of the incidents that match, the latest first. */
export async function listIncidents(
    connection: ServiceNowConnection,
    { text, state, priority }: Filter,
    { offset, signal }: { offset: number; signal: AbortSignal }
): Promise<IncidentPage> {
    let query =
        state === 'open' ? where<Incident>('state', 'NOT IN', DONE) : where<Incident>('sys_id', 'ISNOTEMPTY')
    if (state && state !== 'open') query = query.and('state', '=', state)
    if (priority) query = query.and('priority', '=', priority)
    if (text)
        query = query.and('short_description', 'LIKE', text).or('number', 'STARTSWITH', text.toUpperCase())
    const endpoint = tableEndpoint<Incident>(TABLE, {
        query: query.orderByDesc('sys_updated_on').orderByDesc('number'),
        fields: COLUMNS,
        displayValue: 'all',
        excludeReferenceLink: true,
        offset,
    })
    const { value } = await pages<Incident>(connection, endpoint, { pageSize: PAGE_SIZE, signal }).next()
    const incidents = value?.records ?? []
    return { incidents, total: value?.total ?? offset + incidents.length }
}

/** One incident, with its comments. */
export async function readIncident(connection: ServiceNowConnection, sysId: string): Promise<Incident> {
    const options = { sysId, fields: COLUMNS, displayValue: 'all', excludeReferenceLink: true } as const
    const { data } = await connection.executeApiRequest<Incident>(tableEndpoint<Incident>(TABLE, options))
    return data as Incident
}

/** Creates an incident with the user as caller; returns its number. */
export async function createIncident(connection: ServiceNowConnection, draft: Draft): Promise<string> {
    const endpoint = tableEndpoint<Incident>(TABLE, { fields: ['number'] })
    const caller = (connection.currentUser as { sys_id?: string }).sys_id
    const { data } = await connection.executeApiRequest<{ number: string }>(endpoint, {
        method: 'POST',
        data: { ...draft, caller_id: caller },
    })
    return data?.number ?? ''
}

/** Adds a comment that is visible to the caller. */
export async function addComment(
    connection: ServiceNowConnection,
    sysId: string,
    comments: string
): Promise<void> {
    await change(connection, sysId, { comments })
}

/** Closes an incident; the platform requires a resolution code and notes. */
export async function closeIncident(
    connection: ServiceNowConnection,
    sysId: string,
    resolution: { close_code: string; close_notes: string }
): Promise<void> {
    await change(connection, sysId, { state: CLOSED, ...resolution })
}

async function change(
    connection: ServiceNowConnection,
    sysId: string,
    data: Record<string, string>
): Promise<void> {
    await connection.executeApiRequest(tableEndpoint(TABLE, { sysId }), {
        method: 'PATCH',
        data,
        suppressResponseBody: true,
    })
}

/** Whether an incident is resolved, closed or canceled. */
export function isDone({ state }: Incident): boolean {
    return DONE.includes(state.value)
}
