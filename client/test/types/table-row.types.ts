/** `TableRow` types a record by the parameters of the request. Compiled, never run. */
import type { ServiceNowEntities, TableRow } from 'openfin-servicenow-client'

type Incident = ServiceNowEntities.Core.Incident
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const yes = <T extends true>(): T | undefined => undefined

export const plain = {} as TableRow<Incident>
yes<Equal<typeof plain.short_description, string>>()
yes<Equal<typeof plain.caller_id, '' | { link: string; value: string }>>()
plain.short_description.toUpperCase()

export const displayed = {} as TableRow<Incident, true>
yes<Equal<typeof displayed.state, string>>()
yes<Equal<typeof displayed.caller_id, '' | { display_value: string; link: string }>>()

export const all = {} as TableRow<Incident, 'all'>
all.state.value.toUpperCase()
all.caller_id.link?.toUpperCase()
// @ts-expect-error -- a display value may be null
all.state.display_value.toUpperCase()

export const withoutLinks = {} as TableRow<Incident, false, string>
yes<Equal<typeof withoutLinks.caller_id, string>>()

interface OwnIncident extends Incident {
    u_cost: number
}
yes<Equal<TableRow<OwnIncident>['u_cost'], string>>()

// Rows are records of the table, except for `all`, where references have another form.
export const back: Incident[] = [plain, displayed, withoutLinks]
