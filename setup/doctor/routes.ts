import { RULE_KINDS, type RuleKind } from '../cors-rules'
import { LOCKDOWN, OAUTH_CORS, OPEN_ROUTES } from '../properties'
import { apiOf } from '../reading'
import { isDirectOpen } from '../route'
import type { Code } from './codes'
import { hiddenReason, setupCommand, type Context } from './context'
import { checkOperations } from './operations'
import { checkTokenEndpoint } from './token-endpoint'

const APP_CODES: readonly Code[] = ['app_missing', 'internal_role_required', 'route_overridden']
const ROUTE_CODES: readonly Code[] = ['open_routes_off', 'open_routes_and_direct']

/** Checks the app's routes: present, as shipped, public where required, and responding. */
export async function checkRoutes(context: Context): Promise<void> {
    const { reading, report } = context
    await report.check(APP_CODES, async () => {
        const { rows, hidden } = await reading.apis()
        const api = apiOf(rows, RULE_KINDS[0] as RuleKind)
        if (api) return checkOperations(context, api)
        if (hidden > 0) {
            report.unknown(APP_CODES, hiddenReason('sys_ws_definition', hidden))
            return
        }
        report.found('app_missing', {
            message: 'The app OpenFin for ServiceNow is not installed. Apps get 400 for every sign-in.',
            fix: 'Install it (npm run deploy, or from the ServiceNow Store), then run the setup.',
            evidence: { table: 'sys_ws_definition', field: 'namespace', wanted: 'x_opfi_openfin' },
        })
        report.unknown(['internal_role_required', 'route_overridden'], 'The app is not installed.')
    })
    await report.check(ROUTE_CODES, () => checkSwitches(context))
    await report.check(['token_endpoint_unreachable'], () => checkTokenEndpoint(context))
}

async function checkSwitches(context: Context): Promise<void> {
    const { origins, reading, report } = context
    const properties = await reading.properties()
    const open = properties.get(OPEN_ROUTES)
    if (!open) {
        const hidden = properties.hidden > 0 ? hiddenReason('sys_properties', properties.hidden) : null
        report.unknown(ROUTE_CODES, hidden ?? `The instance has no property ${OPEN_ROUTES}.`)
        return
    }
    const cors = properties.get(OAUTH_CORS)
    const table = 'sys_properties'
    const isLocked = properties.value(LOCKDOWN) === 'true'
    if ((open.value !== 'true' || isLocked) && !isDirectOpen(properties, origins)) {
        const [name, property, wanted] = isLocked
            ? [LOCKDOWN, properties.get(LOCKDOWN), 'false']
            : [OPEN_ROUTES, open, 'true']
        report.found('open_routes_off', {
            message: `${name} is ${property?.value}: request_tokens and revoke_token return 403, and the direct route is not open to all origins. Users cannot sign in.`,
            fix: isLocked
                ? `Set ${LOCKDOWN} to false once the reason for the stop is resolved.`
                : setupCommand(context, ['--route proxy']),
            evidence: {
                ...{ table, record: property?.sysId ?? null, field: 'value' },
                ...{ found: property?.value ?? null, wanted },
            },
        })
    }
    if (!cors && properties.hidden > 0) {
        report.unknown('open_routes_and_direct', hiddenReason(table, properties.hidden))
    }
    const [origin] = origins
    const isOpen = open.value === 'true' && !isLocked
    if (isOpen && origins.length === 1 && isDirectOpen(properties, origins)) {
        report.found('open_routes_and_direct', {
            message: `${origin} can obtain tokens directly and through the open routes. The open routes accept unauthenticated requests and are not needed.`,
            fix: setupCommand(context, ['--route direct']),
            evidence: {
                ...{ table, record: open.sysId, field: 'value', found: open.value, wanted: 'false' },
            },
        })
    }
}
