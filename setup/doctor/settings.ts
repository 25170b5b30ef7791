import { isKeptOff } from '../../src/server/integration-api/allowed-hosts'
import { upstreamAddress } from '../../src/server/integration-api/upstream-address'
import {
    ALLOWED_HOSTS,
    BASIC_ENFORCED,
    BASIC_RESTRICTION,
    CORS,
    SERVLET_URI,
    STATE_REQUIRED,
    type Properties,
} from '../properties'
import type { Code } from './codes'
import { hiddenReason, type Context } from './context'

/** Tolerated clock difference in seconds: a response takes time, and `Date` has whole seconds. */
const MOST_SKEW_S = 60

const CODES: readonly Code[] = [
    ...(['cors_off', 'servlet_uri_unusable', 'servlet_uri_differs', 'host_not_allowed'] as const),
    ...(['state_not_required', 'basic_auth_restricted'] as const),
]

/** Checks settings of the instance that prevent or weaken sign-in. */
export async function checkSettings(context: Context): Promise<void> {
    const { reading, report } = context
    await report.check(CODES, async () => {
        const properties = await reading.properties()
        const input = { context, properties }
        const [table, field] = ['sys_properties', 'value'] as const
        const cors = known(input, CORS, ['cors_off'])
        if (cors && cors.value.trim() === 'false') {
            report.found('cors_off', {
                message: `${CORS} is false. CORS rules have no effect, and no page of another origin can call the instance.`,
                fix: `Set ${CORS} to true.`,
                evidence: { table, record: cors.sysId, field, found: 'false', wanted: 'true' },
            })
        }
        checkAddress(input)
        checkState(input)
        checkBasic(input)
    })
    checkClock(context)
}

interface SettingsInput {
    context: Context
    properties: Properties
}

/** A property; marks the codes as unknown if it may exist but cannot be read. */
function known({ context, properties }: SettingsInput, name: string, codes: readonly Code[]) {
    const property = properties.get(name)
    if (!property && properties.hidden > 0) {
        context.report.unknown(codes, hiddenReason('sys_properties', properties.hidden))
    }
    return property
}

function checkAddress(input: SettingsInput): void {
    const { report, instanceUrl } = input.context
    const [table, field] = ['sys_properties', 'value'] as const
    const uri = known(input, SERVLET_URI, ['servlet_uri_unusable', 'servlet_uri_differs'])
    const own = uri && upstreamAddress(uri.value, '/oauth_token.do')
    if (uri && !own) {
        report.found('servlet_uri_unusable', {
            message: `${SERVLET_URI} is not an https URL without a path. The app does not know the address of its own instance, and sign-in returns 503.`,
            fix: `Set ${SERVLET_URI} to the address of the instance, such as ${instanceUrl}/.`,
            evidence: { table, record: uri.sysId, field, found: uri.value, wanted: `${instanceUrl}/` },
        })
        report.unknown('servlet_uri_differs', `${SERVLET_URI} is not usable.`)
    } else if (uri && own && new URL(own).origin !== instanceUrl) {
        report.found('servlet_uri_differs', {
            message: `${SERVLET_URI} is ${new URL(own).origin}, and the doctor checked ${instanceUrl}. Apps must use one of the two consistently: the redirect URL is registered for it.`,
            fix: 'Nothing, if apps use the address that was set up. For apps that use the other one, pass its /oauth_redirect.do as a callback page to the setup.',
            evidence: { table, record: uri.sysId, field, found: uri.value, wanted: `${instanceUrl}/` },
        })
    }
    const hosts = known(input, ALLOWED_HOSTS, ['host_not_allowed'])
    const address = own ?? instanceUrl
    if (hosts && isKeptOff(hosts.value, address)) {
        const { host } = new URL(address)
        report.found('host_not_allowed', {
            message: `${ALLOWED_HOSTS} does not include ${host}, the instance itself. The app cannot reach the token endpoint, and sign-in returns 502.`,
            fix: `Add ${new URL(address).hostname} to ${ALLOWED_HOSTS}.`,
            evidence: { table, record: hosts.sysId, field, found: hosts.value, wanted: host },
        })
    }
}

/** Missing on upgraded instances, where it defaults to false (DOCS oauth-auth-code-flow-state-parm). */
function checkState(input: SettingsInput): void {
    const property = known(input, STATE_REQUIRED, ['state_not_required'])
    if (!property && input.properties.hidden > 0) return
    if (property?.value.trim() === 'true') return
    input.context.report.found('state_not_required', {
        message: `${STATE_REQUIRED} is not true. The instance accepts authorization requests without state, so other sites can sign users in to an attacker's account (RFC 6749 section 10.12). OpenFin apps always send it.`,
        fix: `Set ${STATE_REQUIRED} to true once all other OAuth clients send state.`,
        evidence: {
            ...{ table: 'sys_properties', record: property?.sysId ?? null, field: 'value' },
            ...{ found: property?.value ?? null, wanted: 'true' },
        },
    })
}

function checkBasic(input: SettingsInput): void {
    const active = known(input, BASIC_RESTRICTION, ['basic_auth_restricted'])
    if (active?.value.trim() !== 'true') return
    const isEnforced = input.properties.value(BASIC_ENFORCED) === 'true'
    input.context.report.found('basic_auth_restricted', {
        message: isEnforced
            ? 'The instance refuses Basic authentication of accounts that can sign in interactively: 401, as for a wrong password. OpenFin apps use OAuth and are not affected.'
            : 'The instance counts Basic authentication of accounts that can sign in interactively, and will refuse it. OpenFin apps use OAuth and are not affected.',
        fix: 'Use OAuth for scripts and for this command (SN_ACCESS_TOKEN, or SN_SDK_OAUTH_CLIENT_ID and SN_SDK_OAUTH_CLIENT_SECRET).',
        evidence: {
            ...{ table: 'sys_properties', record: active.sysId, field: 'value' },
            ...{ found: isEnforced ? 'enforced' : 'tracking', wanted: null },
        },
    })
}

function checkClock({ report, clockOffset }: Context): void {
    const offset = clockOffset()
    if (offset === null) {
        report.unknown('clock_skew', 'The responses of the instance have no Date header.')
        return
    }
    const skew = Math.round(offset / 1000)
    report.passed('clock_skew')
    if (Math.abs(skew) <= MOST_SKEW_S) return
    const which = skew > 0 ? 'ahead of' : 'behind'
    report.found('clock_skew', {
        message: `The clock of the instance is ${Math.abs(skew)} seconds ${which} the clock here. Tokens expire at other times than apps expect, and signed assertions are rejected.`,
        fix: 'Set the clock of this machine by NTP. If it is right, open a case with ServiceNow.',
        evidence: { field: 'Date', found: `${skew} s`, wanted: `at most ${MOST_SKEW_S} s` },
    })
}
