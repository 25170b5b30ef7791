import { isBefore, releaseOf } from '../properties'
import type { Code } from './codes'
import { hiddenReason, type Context } from './context'

const STATUSES = 'x_opfi_openfin_token_status'
/** Maximum number of records named; the others are counted. */
const MOST_NAMED = 49

/**
 * Checks for tokens that require reauthorization, failing tokens, and providers whose echoed refresh token is
 * not handled.
 */
export async function checkTokens(context: Context): Promise<void> {
    const { report } = context
    await report.check(['tokens_need_consent'], () =>
        checkStatuses(context, {
            code: 'tokens_need_consent',
            query: 'outcomeINreauthorize,no_token',
            what: 'requires reauthorization. Its connection does not work until then',
            fix: 'Open the record and choose "Get OAuth token".',
        })
    )
    await report.check(['tokens_failing'], () =>
        checkStatuses(context, {
            code: 'tokens_failing',
            query: 'failures>0^outcome!=reauthorize^outcome!=no_token',
            what: 'cannot be refreshed at present. Its connection stops working when the access token expires, unless a later attempt succeeds',
            fix: 'Read the message of the record, and check the provider.',
        })
    )
    await report.check(['echo_unprotected'], () => checkEcho(context))
    await report.check(['credential_read_denied'], () => checkCredentialRead(context))
}

async function checkStatuses(
    { tables, report }: Context,
    { code, query, what, fix }: { code: Code; query: string; what: string; fix: string }
): Promise<void> {
    const columns = ['requestor_table', 'requestor', 'outcome', 'message']
    const { rows, hidden, total } = await tables.list(STATUSES, `${query}^ORDERBYsys_id`, columns, MOST_NAMED)
    if (hidden > 0) report.unknown(code, hiddenReason(STATUSES, hidden))
    for (const row of rows) {
        report.found(code, {
            message: `The token of ${row['requestor_table']} ${row['requestor']} ${what}.`,
            fix,
            evidence: {
                ...{ table: STATUSES, record: row.sys_id, field: 'outcome' },
                ...{ found: row['outcome'] ?? null, wanted: 'valid' },
            },
        })
    }
    const more = (total ?? rows.length) - hidden - rows.length
    if (more <= 0) return
    report.found(code, {
        message: `${more} more tokens are in the same state.`,
        fix: 'See openfin-servicenow status.',
        evidence: { table: STATUSES },
    })
}

/**
 * Up to Xanadu an echoed refresh token extends the stored expiry (KB2132135), unless the app's script handles
 * it.
 */
async function checkEcho(context: Context): Promise<void> {
    const { reading, report, tables } = context
    const release = releaseOf(await reading.properties())
    const isOld = isBefore(release, 'yokohama')
    if (isOld === null) {
        report.unknown('echo_unprotected', 'No property of the instance contains its release.')
        return
    }
    if (!isOld) return
    const query = 'type=oauth_provider^active=true^ORDERBYsys_id'
    const columns = ['name', 'oauth_api_script', 'oauth_api_script.name']
    const { rows, hidden } = await tables.list('oauth_entity', query, columns)
    if (hidden > 0) report.unknown('echo_unprotected', hiddenReason('oauth_entity', hidden))
    for (const row of rows.filter((one) => one['oauth_api_script.name'] !== 'OAuthCustomUtil')) {
        report.found('echo_unprotected', {
            message: `The provider "${row['name']}" has no OAuthCustomUtil. If it echoes the refresh token, the instance records a wrong expiry, and the connection stops working without a warning.`,
            fix: 'Select OAuthCustomUtil as OAuth API Script of the provider.',
            evidence: {
                ...{ table: 'oauth_entity', record: row.sys_id, field: 'oauth_api_script' },
                ...{ found: row['oauth_api_script.name'] ?? '', wanted: 'OAuthCustomUtil' },
            },
        })
    }
}

/** The app records that the platform denied it read access to the expiry of tokens. */
async function checkCredentialRead({ report, tables }: Context): Promise<void> {
    const [table, name] = ['x_opfi_openfin_state', 'credential_read_denied']
    const { rows, hidden } = await tables.list(table, `name=${name}`, ['value'])
    if (hidden > 0) report.unknown(name as Code, hiddenReason(table, hidden))
    const [row] = rows
    if (!row) return
    report.found('credential_read_denied', {
        message:
            'The app may not read oauth_credential. The expiry of refresh tokens is unknown, so notifications may be missing or late.',
        fix: 'Grant a cross-scope privilege: source scope "OpenFin for ServiceNow", target scope Global, target oauth_credential, type Table, operation Read, status Allowed.',
        evidence: { table, record: row.sys_id, field: 'name', found: name, wanted: null },
    })
}
