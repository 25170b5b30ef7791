import type { TableRow } from '../../../../setup/table-client'
import type { Context } from '../context'
import { ACCESS_S, createOwnConnection, createRule, type OwnConnection } from '../outbound-records'
import { CheckFailed, CheckSkipped, hold } from '../results'

/** Between two looks, in ms. */
const PAUSE_MS = 5000
/** Longest wait for the app's jobs, which run every three minutes, in ms. */
const JOBS_MS = 600_000

const PLAN = [
    'two registrations, a client and a provider, that connect the instance to itself (oauth_entity)',
    'a REST message that owns the token (sys_rest_message), and a refresh rule for it (x_opfi_openfin_refresh_rule)',
]

/** A connection of the instance to itself: consent, storage, and the app's renewal. Only when asked for. */
export async function checkOutbound(context: Context): Promise<void> {
    const { results, extras, note, findings } = context
    await results.run('outbound', async () => {
        if (!extras.outbound)
            throw new CheckSkipped('Not asked for: --outbound creates two registrations and a refresh rule.')
        note('verify also creates, and takes away at the end:')
        for (const line of PLAN) note(`  - ${line}`)
        const connection = await createOwnConnection(context)
        const first = await consent(context, connection)
        hold(first.refresh !== '', 'The consent stored no refresh token.')
        const rule = await createRule(context, connection)
        note(`The access token ends after ${ACCESS_S} s; the app renews it within minutes.`)
        const outcome = await refreshed(context, rule)
        const renewed = await stored(context, connection)
        const isStored = renewed.access > first.access
        findings.judge(
            'F-APP-27',
            isStored,
            `After the renewal the access token ends ${isStored ? 'later' : 'as before'}.`
        )
        hold(isStored, `The outcome is ${outcome}, but no later access token is stored.`)
        hold(
            renewed.refresh === first.refresh,
            'The renewal moved the stored end of the refresh token, which the provider echoed.'
        )
        return 'The app renewed a token of the instance at itself, and OAuthCustomUtil kept the end of the echoed refresh token.'
    })
}

/** Sends the person through the consent. @returns when the tokens end, as stored */
async function consent(
    context: Context,
    connection: OwnConnection
): Promise<{ access: string; refresh: string }> {
    const { instanceUrl, open, findings, patienceMs } = context
    const query = new URLSearchParams({
        oauth_requestor_context: 'sys_rest_message',
        oauth_requestor: connection.requestor,
        oauth_provider_profile: connection.profile,
        response_type: 'code',
    })
    context.note('Allow the access once more, of the instance to itself.')
    await open(`${instanceUrl}/oauth_initiator.do?${query.toString()}`)
    const ends = await within(context, patienceMs, async () => {
        const found = await stored(context, connection)
        return found.access === '' ? null : found
    })
    if (!ends) throw new CheckFailed('The consent stored no token in time.')
    findings.note(
        'F-CLIENT-13',
        'unknown',
        'A consent began at /oauth_initiator.do and stored a token; the state was not looked at.'
    )
    return ends
}

/** Ends of the stored tokens; empty for one that is not there. Never reads a token. */
async function stored(
    { tables }: Context,
    { profile }: OwnConnection
): Promise<{ access: string; refresh: string }> {
    const of = `oauth_requestor_profile.oauth_entity_profile=${profile}^ORDERBYDESCexpires`
    const rows = await tables.query('oauth_credential', of, ['type', 'expires'])
    const end = (type: string) => rows.find((row) => row['type'] === type)?.['expires'] ?? ''
    return { access: end('access_token'), refresh: end('refresh_token') }
}

/** Waits for the app's jobs. @throws CheckFailed unless the outcome is `refreshed` */
async function refreshed(context: Context, rule: string): Promise<string> {
    const columns = ['outcome', 'message', 'failures']
    let last: TableRow | undefined
    const row = await within(context, JOBS_MS, async () => {
        ;[last] = await context.tables.query('x_opfi_openfin_token_status', `rule=${rule}`, columns)
        const outcome = last?.['outcome'] ?? ''
        return ['', 'valid'].includes(outcome) ? null : outcome
    })
    if (row === 'refreshed') return row
    const seen = last === undefined ? 'no row for the token' : `the outcome ${last['outcome'] || 'empty'}`
    throw new CheckFailed(`Within ${JOBS_MS / 60_000} minutes the jobs of the app left ${seen}.`)
}

async function within<T>(context: Context, ms: number, look: () => Promise<T | null>): Promise<T | null> {
    for (let waited = 0; waited <= ms; waited += PAUSE_MS) {
        const found = await look()
        if (found !== null) return found
        await context.pause(PAUSE_MS)
    }
    return null
}
