import { requestToken } from '../../examples/echo/tokens'
import { createFinder, makeSecret } from '../open-routes/secret-finder'
import { tokens, type Answer } from '../outbound/scripted-provider'
import { REFRESH, RefreshBench } from './bench'
import { userNamed } from './people'

const HOUR = 3600
/** Where people and programs may look. */
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

/** A whole life of a token, at a provider that repeats what it was sent wherever it can. */
describe.each(['xanadu', 'australia'] as const)('on %s', (release) => {
    let bench: RefreshBench
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
        bench = await RefreshBench.start({ release })
    })
    afterAll(() => bench.close())

    it('it is renewed, fails, recovers, is refused and comes back, and nothing of it is left anywhere', async () => {
        bench.property('failures_before_event', '1')
        const { provider, connection } = await bench.connect(
            [
                pair(access1, refresh1),
                repeating(503, refresh1),
                { status: 500, contentType: 'text/html', body: `<p>${refresh1}</p>` },
                pair(access1, refresh1),
                repeating(400, 'invalid_grant'),
            ],
            { first: pair(access0, refresh0) }
        )
        await bench.rule({
            condition: `sys_id=${connection.requestor}`,
            notify_user: userNamed(bench, 'beth.anglin'),
        })
        const row = await bench.row(connection)
        if (!row) throw new Error('No row')
        const outcomes: string[] = []
        for (let attempt = 0; attempt < 5; attempt++) outcomes.push((await bench.runWhenDue(row)).outcome)
        bench.later(60)
        provider.answers.splice(0, Infinity, pair(access2, refresh2))
        await requestToken(bench.instance, connection, 'authorization_code')
        await bench.run(REFRESH)
        outcomes.push((await bench.row(connection))?.outcome ?? '')
        expect(outcomes).toEqual([
            'refreshed',
            'retry_later',
            'retry_later',
            'refreshed',
            'reauthorize',
            'valid',
        ])
        expect(await bench.told()).toEqual([
            'token_failing',
            'token_recovered',
            'token_reauthorize',
            'token_recovered',
        ])
        expect(bench.mails()).toHaveLength(4)
        expect(await bench.call('checkAndRefresh', connection)).toMatchObject({ outcome: 'valid' })

        const find = createFinder(secrets)
        const texts = TABLES.map((table) => [table, JSON.stringify(bench.stored(table))] as const)
        texts.push(['the log', (await bench.log()).join('\n')])
        texts.push(['an answer', JSON.stringify(await bench.call('refresh', connection))])
        for (const [place, text] of texts) expect([place, find(text)]).toEqual([place, []])
        expect(texts.filter(([, text]) => text.length > 10).length).toBeGreaterThan(7)
        // What is looked for can be found.
        expect(find(JSON.stringify(provider.requests.map(({ form }) => [...form])))).not.toEqual([])
    })
})
