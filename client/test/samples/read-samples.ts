import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A sample of OpenFin's guide to its ServiceNow integration, and the code that precedes it in the guide. */
export interface Sample {
    name: string
    /** The sample as it is in the guide, but for the name of the package. */
    text: string
    /** What the guide's reader has in scope there: an open connection, and the package's names. */
    scope: string
}

const CONNECTION =
    "declare const serviceNowConnection: import('openfin-servicenow-client').ServiceNowConnection\n"
const NAMES =
    "import { ApiRequestError, AuthTokenExpiredError, ServiceNowEntities } from 'openfin-servicenow-client'\n"

const SCOPES: Record<string, string> = {
    connect: '',
    'active-cases': CONNECTION + NAMES,
    'case-by-id': CONNECTION + NAMES,
    'create-case': CONNECTION + NAMES,
    'add-comment': CONNECTION + NAMES,
    'close-case': CONNECTION + NAMES,
    'token-expiration': CONNECTION,
    disconnect: `${CONNECTION}export {}\n`,
}

/**
 * The samples of "ServiceNow integration" and "Working with ServiceNow authorization"
 * (developers.openfin.co), in their order there.
 */
export function readSamples(): Sample[] {
    return Object.entries(SCOPES).map(([name, scope]) => ({
        name,
        scope,
        text: readFileSync(join(__dirname, `${name}.sample.ts`), 'utf8'),
    }))
}
