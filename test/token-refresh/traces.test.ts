import { requestToken } from '../../examples/echo/tokens'
import { createFinder, makeSecret } from '../open-routes/secret-finder'
import { tokens, type Answer } from '../outbound/scripted-provider'
import { REFRESH, RefreshFixture } from './fixture'
import { userNamed } from './people'

const HOUR = 3600
/** Places that users and programs can read. */
const TABLES = [
    'syslog',
    'sysevent',
    'sys_email',
    'sys_properties',
    'sys_scope_privilege',
    'x_opfi_openfin_refresh_rule',
    'x_opfi_openfin_token_status',
    'x_opfi_openfin_refresh_attempt',
    'x_opfi_openfin_refresh_run',
    'x_opfi_openfin_refresh_claim',
    'x_opfi_openfin_state',
]

/** The whole life cycle of a token, at a provider that echoes received values wherever it can. */
describe.each(['xanadu', 'brazil'] as const)('on %s', (release) => {
    let fixture: RefreshFixture
    const secrets = Array.from({ length: 8 }, (_, index) => makeSecret(index))
    const [access0 = '', refresh0 = '', access1 = '', refresh1 = '', access2 = '', refresh2 = ''] = secrets
    const pair = (access: string, refresh: string): Answer =>
        tokens({ access_token: access, refresh_token: refresh, expires_in: HOUR, note: refresh })
    const repeating = (status: number, error: string): Answer => ({
        status,
        body: JSON.stringify({
            error,
            error_description: `The token ${refresh1} is no good`,
            error_uri: `https://provider.example/?token=${refresh1}`,
        }),
    })

    beforeAll(async () => {
        fixture = await RefreshFixture.start({ release })
    })
    afterAll(() => fixture.close())

    it('it is renewed, fails, recovers, is refused and revived, and leaves no trace anywhere', async () => {
        fixture.property('failures_before_event', '1')
        const { provider, connection } = await fixture.connect(
            [
                pair(access1, refresh1),
                repeating(503, refresh1),
                { status: 500, contentType: 'text/html', body: `<p>${refresh1}</p>` },
                pair(access1, refresh1),
                repeating(400, 'invalid_grant'),
            ],
            { first: pair(access0, refresh0) }
        )
        await fixture.rule({
            condition: `sys_id=${connection.requestor}`,
            notify_user: userNamed(fixture, 'beth.anglin'),
        })
        const row = await fixture.row(connection)
        if (!row) throw new Error('No row')
        const outcomes: string[] = []
        for (let attempt = 0; attempt < 5; attempt++) outcomes.push((await fixture.runWhenDue(row)).outcome)
        fixture.later(60)
        provider.answers.splice(0, Infinity, pair(access2, refresh2))
        await requestToken(fixture.instance, connection, 'authorization_code')
        await fixture.run(REFRESH)
        outcomes.push((await fixture.row(connection))?.outcome ?? '')
        expect(outcomes).toEqual([
            'refreshed',
            'retry_later',
            'retry_later',
            'refreshed',
            'reauthorize',
            'valid',
        ])
        expect(await fixture.notified()).toEqual([
            'token_failing',
            'token_recovered',
            'token_reauthorize',
            'token_recovered',
        ])
        expect(fixture.mails()).toHaveLength(4)
        expect(await fixture.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'valid' })

        const find = createFinder(secrets)
        const texts = TABLES.map((table) => [table, JSON.stringify(fixture.stored(table))] as const)
        texts.push(['the log', (await fixture.log()).join('\n')])
        texts.push(['an answer', JSON.stringify(await fixture.call('refresh', connection))])
        for (const [place, text] of texts) expect([place, find(text)]).toEqual([place, []])
        expect(texts.filter(([, text]) => text.length > 10).length).toBeGreaterThan(7)
        // The search itself works.
        expect(find(JSON.stringify(provider.requests.map(({ form }) => [...form])))).not.toEqual([])
    })
})
