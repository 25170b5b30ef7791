/* eslint-disable eqeqeq, @typescript-eslint/no-unused-expressions -- programs may be written so */
/**
 * Programs for columns of type `unknown` and references of type `string | Link` must compile. Compiled, never
 * run; an unused error expectation is also an error.
 */
import type {
    ServiceNowConnection,
    ServiceNowEntities,
    ServiceNowRestApiResponse,
} from 'openfin-servicenow-client'

type Incident = ServiceNowEntities.Core.Incident
declare const incident: Incident
declare const anything: unknown
enum Priority {
    High = 1,
}
class Money {
    amount = 1
}

// Reading, with any type assertion.
export const text = incident.short_description as string
export const count = incident.reassignment_count as number
export const flag = incident.active as boolean
export const when = incident.opened_at as Date
export const priority = incident.priority as Priority
export const caller = incident.caller_id as { link: string; value: string }
export const shown = incident.caller_id as { display_value: string }
export const list = incident.watch_list as string[]
export const own = incident.cause as Money
export const record = incident.cause as Record<string, unknown>
export const never = incident.cause as never
export const withDefault = (incident.cause ?? 'none') as string

// Reading, with type checks.
export const upper = typeof incident.state === 'string' ? incident.state.toUpperCase() : ''
export const fixed = typeof incident.state === 'number' ? incident.state.toFixed() : ''
export const year = incident.opened_at instanceof Date ? incident.opened_at.getFullYear() : 0
export const items = Array.isArray(incident.watch_list) ? incident.watch_list.length : 0
const isText = (value: unknown): value is string => typeof value === 'string'
export const length = isText(incident.number) ? incident.number.length : 0
export const same = incident.state === '1' || incident.state === 1 || incident.state === Priority.High
export const nothing = incident.state == null || incident.state === undefined
export function stateName({ state }: Incident): string {
    switch (state) {
        case '1':
        case 2:
        case Priority.High:
            return 'open'
        default:
            return `${state} ${String(state)}`
    }
}

// Writing.
export const written: Incident = {
    short_description: 'x',
    state: 3,
    active: true,
    opened_at: new Date(),
    cause: anything,
    caller_id: 'sys_id',
    watch_list: ['a'],
    close_notes: null,
    number: undefined,
    priority: Priority.High,
    reassignment_count: new Money(),
    assigned_to: { link: 'https://example.service-now.com/api/now/table/sys_user/1', value: '1' },
}
export const asserted = { comments: 'x', state: '3' } as ServiceNowEntities.FSO.FinancialServicesCase
export const fromUnknowns: Incident = {} as { state?: unknown; number: unknown }
export const fromJson = JSON.parse('{}') as Incident
export const partial: Partial<Incident> = { state: anything }
export const picked: Pick<Incident, 'state' | 'number'> = { state: anything, number: anything }

// Through an app's own functions, generics and interfaces.
const takesUnknowns = (value: { state?: unknown; caller_id?: unknown }): unknown => value.state
export const passed = takesUnknowns(incident)
export const mapped: ((value: Incident) => unknown)[] = [takesUnknowns, ({ cause }) => cause]
interface OwnIncident extends Incident {
    state: '1' | '2'
    caller_id: { link: string; value: string }
    opened_at: Date
    u_cost: number
}
export const widened: Incident = {} as OwnIncident
interface Bare {
    state?: unknown
    caller_id?: unknown
}
export const bare: Bare = incident
export const column = <T, K extends keyof T>(of: T, name: K): T[K] => of[name]
export const through: unknown = column(incident, 'state')
export const spread: Record<string, unknown> = { ...incident, extra: 1 }
export const entries: string[] = Object.keys(incident).map((key) => String(incident[key as keyof Incident]))

// Parent types accept child types, across products.
export const task: ServiceNowEntities.Core.Task = {} as ServiceNowEntities.FSO.FinancialServicesCase
export const entity: ServiceNowEntities.Core.BaseEntity = incident
export const csm: ServiceNowEntities.CSM.Case = {} as ServiceNowEntities.FSO.FinancialServicesCase

// @ts-expect-error -- but a column that the table does not have is found
export const typo = incident.short_descripton

// Calls.
export async function calls(connection: ServiceNowConnection): Promise<void> {
    const many = await connection.executeApiRequest<Incident[]>('/api/now/table/incident')
    many.data?.forEach(({ number }) => String(number))
    const one: ServiceNowRestApiResponse<Incident> = await connection.executeApiRequest<Incident>(
        '/x',
        'POST',
        written
    )
    const own = await connection.executeApiRequest<{ total: number }>('/x', { method: 'GET', retry: 1 })
    own.data?.total.toFixed()
    const untyped: { data?: unknown; status: number; type?: string } =
        await connection.executeApiRequest('/x')
    await connection.executeApiRequest('/x', 'PATCH', { state: '3' }, true, { 'X-Any': 'y' })
    await connection.executeApiRequest('/x', undefined, undefined, undefined, undefined)
    // @ts-expect-error -- a method is text
    await connection.executeApiRequest('/x', 5)
    // @ts-expect-error -- the answer's type holds
    one.data?.total
    // @ts-expect-error -- data may be absent
    many.data.length
    // @ts-expect-error -- an unknown option
    await connection.executeApiRequest('/x', { methd: 'GET' })
    const name: unknown = connection.currentUser.user_name
    void [untyped, name]
}
