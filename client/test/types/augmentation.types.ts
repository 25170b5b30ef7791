/* eslint-disable @typescript-eslint/no-namespace -- the only way to add to a namespace */
/** An app adds its instance's own columns to the package's interfaces. Compiled, never run. */
import type { ServiceNowEntities, TableRow } from 'openfin-servicenow-client'

declare module 'openfin-servicenow-client' {
    namespace ServiceNowEntities.Core {
        interface Incident {
            u_vendor?: ReferenceColumn
        }
    }
}

export const vendor = (incident: ServiceNowEntities.Core.Incident): unknown => incident.u_vendor
export const link = (row: TableRow<ServiceNowEntities.Core.Incident>): string =>
    row.u_vendor && row.u_vendor.link
