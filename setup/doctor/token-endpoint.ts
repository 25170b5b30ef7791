import { OPENFIN_CLIENT_ID } from '../packaged'
import { routeOf } from '../route'
import { SetupError } from '../setup-error'
import type { InstanceAnswer } from '../instance-client'
import { setupCommand, type Context } from './context'

const CODE = 'token_endpoint_unreachable'
const PROXY = '/api/x_opfi_openfin/v1/integration/request_tokens'
const DIRECT = '/oauth_token.do'

/**
 * Exchanges an invalid code on the route in use. It must fail like an exchange: then the response comes from
 * the token endpoint, and the whole path to it works. Nothing is issued or stored except the app's request
 * record.
 */
export async function checkTokenEndpoint(context: Context): Promise<void> {
    const { client, origins, reading } = context
    const route = await reading.properties().then(
        (properties) => routeOf(properties, origins),
        (error: unknown) => {
            if (error instanceof SetupError && error.status !== undefined) return null
            throw error
        }
    )
    const path = route === 'direct' ? DIRECT : PROXY
    const answer = await client.send({
        method: 'POST',
        path,
        signedIn: false,
        headers: {
            'Content-Type': 'application/x-www-form-urlencoded',
            ...(origins[0] !== undefined && !client.inPage && { Origin: origins[0] }),
        },
        body: new URLSearchParams({
            grant_type: 'authorization_code',
            client_id: OPENFIN_CLIENT_ID,
            code: 'openfin-servicenow-doctor-has-no-code',
            code_verifier: 'openfin-servicenow-doctor-has-no-code-verifier',
            redirect_uri: `${context.instanceUrl}/oauth_redirect.do`,
        }).toString(),
    })
    if (isBusy(answer)) {
        context.report.unknown(
            CODE,
            `The instance limits requests for now (${answer.status}). Run again later.`
        )
    } else if (route === 'direct') judgeDirect(context, answer, origins[0])
    else judgeProxy(context, answer)
}

function judgeProxy({ report }: Context, answer: InstanceAnswer): void {
    const code = errorOf(answer)
    if (answer.status === 400 && code === 'invalid_grant') return
    if (code === 'invalid_client') {
        report.unknown(CODE, 'The instance does not accept the registration, which is reported separately.')
    } else if (answer.status === 403) {
        report.unknown(CODE, 'The open routes are closed (403).')
    } else if (answer.status >= 500) {
        report.found(CODE, {
            message: `${PROXY} returns ${answer.status}: the app does not reach the token endpoint of its own instance. Users cannot sign in.`,
            fix: 'Check glide.servlet.uri and glide.hosts.allowlist, and the system log for "OpenFin Integration".',
            evidence: { found: `${answer.status} ${code}`.trim(), wanted: '400 invalid_grant' },
        })
    } else {
        report.found(CODE, {
            message: `${PROXY} returns ${answer.status} for an exchange. Users cannot sign in.`,
            fix: 'Check that the app is installed and that its routes are as shipped.',
            evidence: { found: `${answer.status} ${code}`.trim(), wanted: '400 invalid_grant' },
        })
    }
}

function judgeDirect(context: Context, answer: InstanceAnswer, origin: string | undefined): void {
    const { client, report } = context
    const code = errorOf(answer)
    if ((answer.status !== 400 && answer.status !== 401) || code === '') {
        report.found(CODE, {
            message: `${DIRECT} returns ${answer.status} for an exchange. Users cannot sign in on the direct route.`,
            fix: 'Check that OAuth is active on the instance (com.snc.platform.security.oauth.is.active).',
            evidence: { found: `${answer.status} ${code}`.trim(), wanted: '401 server_error' },
        })
        return
    }
    if (client.inPage) return
    const allowed = answer.headers.get('Access-Control-Allow-Origin') ?? ''
    if (origin === undefined || allowed === origin || allowed === '*') return
    report.found(CODE, {
        message: `${DIRECT} sends no CORS headers for ${origin}, so browsers cannot read its responses. Users cannot sign in on the direct route.`,
        fix: setupCommand({ ...context, origins: [origin] }, ['--route proxy']),
        evidence: { field: 'Access-Control-Allow-Origin', found: allowed, wanted: origin },
    })
}

/**
 * Whether a limit refused the request before it reached the token endpoint: one of the app or of the platform by 429, and
 * perhaps one of the platform by 503, which has no code of the app (DOCS arp-quota-configurations names no status).
 */
function isBusy(answer: InstanceAnswer): boolean {
    return answer.status === 429 || (answer.status === 503 && errorOf(answer) === '')
}

/** The error code of the platform's envelope or of RFC 6749; empty without one. */
function errorOf({ text }: InstanceAnswer): string {
    try {
        const { error } = JSON.parse(text) as { error?: unknown }
        const code = typeof error === 'object' ? (error as { code?: unknown } | null)?.code : error
        return typeof code === 'string' && /^[a-z_]{1,40}$/.test(code) ? code : ''
    } catch {
        return ''
    }
}
