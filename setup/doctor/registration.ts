import { OPENFIN_CLIENT_ID } from '../packaged'
import { isBefore, releaseOf } from '../properties'
import type { TableRow } from '../table-client'
import type { Code } from './codes'
import { hiddenReason, setupCommand, type Context } from './context'

const TABLE = 'oauth_entity'
const CODES: readonly Code[] = [
    ...(['registration_missing', 'registration_inactive', 'registration_not_public'] as const),
    ...(['registration_restricted', 'pkce_not_required', 'lifespan_unusual', 'duplicate_client_id'] as const),
]

/**
 * Shortest and longest reasonable lifespan of an access token, and longest of a refresh token, in seconds.
 */
const ACCESS_S = { min: 300, max: 86_400 }
const REFRESH_MAX_S = 8_640_000

/** Checks the application registration "OpenFin". */
export function checkRegistration(context: Context): Promise<void> {
    const { reading, report } = context
    return report.check(CODES, async () => {
        const { rows, hidden } = await reading.registrations()
        const [row] = rows
        if (!row) {
            if (hidden > 0) {
                report.unknown(CODES, hiddenReason(TABLE, hidden))
                return
            }
            report.found('registration_missing', {
                message: `The instance has no OAuth client with the client ID ${OPENFIN_CLIENT_ID}. Sign-in ends with an error page.`,
                fix: 'Install the app OpenFin for ServiceNow again (npm run deploy), then run the setup.',
                evidence: { table: TABLE, field: 'client_id', wanted: OPENFIN_CLIENT_ID },
            })
            report.unknown(
                CODES.filter((code) => code !== 'registration_missing'),
                'There is no registration.'
            )
            return
        }
        checkDuplicates(context, rows.length + hidden, row)
        checkFlags(context, row)
        checkLifespans(context, row)
        await checkNewerColumns(context, row)
    })
}

function checkDuplicates({ report }: Context, count: number, row: TableRow): void {
    if (count === 1) return
    report.found('duplicate_client_id', {
        message: `${count} OAuth clients have the client ID ${OPENFIN_CLIENT_ID}. Which one applies is undefined: sign-in fails for some users, or intermittently.`,
        fix: 'Delete all but one of them, then run the setup.',
        evidence: {
            table: TABLE,
            record: row.sys_id,
            field: 'client_id',
            found: String(count),
            wanted: '1',
        },
    })
}

function checkFlags(context: Context, row: TableRow): void {
    const { report } = context
    const fix = setupCommand(context)
    if (row['active'] === 'false') {
        report.found('registration_inactive', {
            message: 'The registration is inactive. Users cannot sign in, and tokens cannot be refreshed.',
            fix,
            evidence: { table: TABLE, record: row.sys_id, field: 'active', found: 'false', wanted: 'true' },
        })
    }
    if (row['public_client'] === 'false') {
        report.found('registration_not_public', {
            message:
                'The registration is not a public client. The instance expects a secret that apps do not have, and sign-in fails after the consent.',
            fix,
            evidence: {
                ...{ table: TABLE, record: row.sys_id, field: 'public_client' },
                ...{ found: 'false', wanted: 'true' },
            },
        })
    }
    for (const [column, code] of [
        ['active', 'registration_inactive'],
        ['public_client', 'registration_not_public'],
    ] as const) {
        if (row[column] === undefined) report.unknown(code, notReturned(column))
    }
}

function checkLifespans({ report }: Context, row: TableRow): void {
    const seconds = (column: string) => (row[column] ? Number(row[column]) : null)
    const access = seconds('access_token_lifespan')
    const refresh = seconds('refresh_token_lifespan')
    for (const column of ['access_token_lifespan', 'refresh_token_lifespan']) {
        if (row[column] === undefined) report.unknown('lifespan_unusual', notReturned(column))
    }
    const evidence = { table: TABLE, record: row.sys_id }
    const fix = 'Set the lifespan in the registration. The packaged values are 7200 and 86400 seconds.'
    if (access !== null && (access < ACCESS_S.min || access > ACCESS_S.max)) {
        const what =
            access < ACCESS_S.min ? 'Apps renew the token too often' : 'A stolen token is valid for days'
        report.found('lifespan_unusual', {
            message: `The access token lifespan is ${access} seconds. ${what}.`,
            fix,
            evidence: {
                ...{ ...evidence, field: 'access_token_lifespan', found: String(access) },
                wanted: `${ACCESS_S.min} to ${ACCESS_S.max}`,
            },
        })
    }
    if (refresh !== null && (refresh < (access ?? 0) || refresh > REFRESH_MAX_S)) {
        const what =
            refresh > REFRESH_MAX_S
                ? 'A stolen token is valid for months'
                : 'Users must sign in again when the access token expires'
        report.found('lifespan_unusual', {
            message: `The refresh token lifespan is ${refresh} seconds. ${what}.`,
            fix,
            evidence: {
                ...{ ...evidence, field: 'refresh_token_lifespan', found: String(refresh) },
                wanted: `${access ?? 0} to ${REFRESH_MAX_S}`,
            },
        })
    }
}

/** Columns of later releases; if one is not returned, the release determines whether it exists. */
async function checkNewerColumns(context: Context, row: TableRow): Promise<void> {
    const { reading, report } = context
    if (row['use_pkce'] === undefined) report.unknown('pkce_not_required', notReturned('use_pkce'))
    else if (row['use_pkce'] !== 'true') {
        report.found('pkce_not_required', {
            message:
                'The registration does not require PKCE. A stolen authorization code can be exchanged for tokens (RFC 7636).',
            fix: setupCommand(context),
            evidence: {
                ...{ table: TABLE, record: row.sys_id, field: 'use_pkce' },
                ...{ found: row['use_pkce'], wanted: 'true' },
            },
        })
    }
    const scopes = row['scope_restriction_status']
    if (scopes === 'restricted') {
        report.found('registration_restricted', {
            message:
                'The registration allows access only to APIs in selected scopes. Sign-in works, and API calls return 403 "Missing required api access scope".',
            fix: 'Clear "Allow access only to APIs in selected scope" in the registration.',
            evidence: {
                ...{ table: TABLE, record: row.sys_id, field: 'scope_restriction_status' },
                ...{ found: scopes, wanted: 'unrestricted' },
            },
        })
    } else if (scopes === undefined) {
        const release = releaseOf(await reading.properties())
        if (isBefore(release, 'yokohama') !== true) {
            report.unknown('registration_restricted', notReturned('scope_restriction_status'))
        }
    }
}

function notReturned(column: string): string {
    return `The instance does not return ${TABLE}.${column}: this release lacks it, or it cannot be read with these rights.`
}
