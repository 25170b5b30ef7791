import { tokens } from '../outbound/scripted-provider'
import { playScriptOtherwise } from '../variants/other-platform'
import { FIND, REFRESH, RefreshBench } from './bench'

describe('many tokens', () => {
    let bench: RefreshBench

    beforeAll(async () => {
        bench = await RefreshBench.start()
    })
    afterAll(() => bench.close())

    it('H65 one of 200 throws: the other 199 are refreshed, and a summary row says what the run did', async () => {
        const { provider, connection } = await bench.connect([tokens({ refresh_token: 'r1' })])
        const [holder] = bench.stored('oauth_requestor_profile', `requestor_id=${connection.requestor}`)
        const credentials = bench.stored('oauth_credential', `oauth_requestor_profile=${holder?.['sys_id']}`)
        const add = (name: string) => {
            const requestor = bench.insert('sys_rest_message', { name, oauth2_profile: connection.profile })
            const owner = bench.insert('oauth_requestor_profile', {
                requestor_id: requestor,
                oauth_entity_profile: connection.profile,
            })
            for (const { type, token_received, expires } of credentials)
                bench.insert('oauth_credential', {
                    type: type ?? '',
                    token_received: token_received ?? '',
                    expires: expires ?? '',
                    oauth_requestor_profile: owner,
                })
            return requestor
        }
        for (let number = 2; number < 200; number++) add(`Message ${number}`)
        const bad = add('Broken')
        await bench.rule({ condition: 'oauth2_profileISNOTEMPTY' })
        const undo = playScriptOtherwise(
            bench.instance,
            {
                table: 'sysevent_script_action',
                query: 'event_name=x_opfi_openfin.token_due',
                column: 'script',
            },
            `const Real = oauth.GlideOAuthClient
            oauth.GlideOAuthClient = function () {
                const real = new Real()
                return REPLACED(real, { getToken: (requestor, profile) => {
                    if (requestor === '${bad}') throw new Error('java.lang.NullPointerException: r0')
                    return real.getToken(requestor, profile)
                } })
            }`
        )
        bench.later(3600)
        const told = (await bench.run(REFRESH)).outbound_calls
        undo()
        expect(told).toBe(199)
        expect(provider.requests).toHaveLength(199)
        expect(await bench.rows('outcome=refreshed')).toHaveLength(199)
        expect(await bench.row({ requestor: bad })).toMatchObject({
            outcome: 'retry_later',
            failures: '1',
            message: 'The platform failed while refreshing the token.',
            claimed_by: '',
        })
        const runs = bench.stored('x_opfi_openfin_refresh_run')
        expect(runs).toEqual([expect.objectContaining({ claimed: '200', out_of_time: '0' })])
        expect(runs[0]?.['ended']).toBeTruthy()
        const of = `run=${runs[0]?.['sys_id']}`
        const attempts = bench.stored('x_opfi_openfin_refresh_attempt', of).map(({ outcome }) => outcome)
        expect(attempts.filter((outcome) => outcome === 'refreshed')).toHaveLength(199)
        expect(attempts.filter((outcome) => outcome === 'retry_later')).toHaveLength(1)
        expect(bench.stored('x_opfi_openfin_refresh_claim')).toEqual([])
    })

    it('H65 a registration that is gone is one token’s trouble', async () => {
        const [any] = bench.stored('sys_rest_message', 'name=Message 2')
        const [holder] = bench.stored('oauth_requestor_profile', `requestor_id=${any?.['sys_id']}`)
        const profile = bench.insert('oauth_entity_profile', { name: 'Of no registration' })
        const store = bench.instance.host.store
        store.update('oauth_requestor_profile', holder?.['sys_id'] ?? '', { oauth_entity_profile: profile })
        store.update('sys_rest_message', any?.['sys_id'] ?? '', { oauth2_profile: profile })
        await bench.run(FIND)
        bench.later(3600)
        await bench.run(REFRESH)
        const row = await bench.row({ requestor: any?.['sys_id'] ?? '' })
        expect(row).toMatchObject({ profile, outcome: 'retry_later', failures: '1' })
        expect(await bench.rows('outcome=refreshed')).toHaveLength(199)
    })

    it('H65 a run whose time is over leaves the rest due, and the next run goes on with it', async () => {
        const store = bench.instance.host.store
        store.deleteMultiple('x_opfi_openfin_token_status', '')
        store.deleteMultiple('x_opfi_openfin_refresh_run', '')
        const [rule] = bench.stored('x_opfi_openfin_refresh_rule', 'active=true')
        for (let number = 0; number < 205; number++)
            bench.insert('x_opfi_openfin_token_status', {
                rule: rule?.['sys_id'] ?? '',
                requestor_table: 'sys_rest_message',
                requestor: String(number).padStart(32, '0'),
                profile: 'f'.repeat(32),
                next_attempt: '2020-01-01 00:00:00',
            })
        // A database that takes 50 ms for each claim.
        const undo = playScriptOtherwise(
            bench.instance,
            { table: 'sysauto_script', query: `name=${REFRESH}`, column: 'script' },
            `let passed = 0
            const RealRecord = glide.GlideRecord
            glide.GlideRecord = function (name) {
                if (name === 'x_opfi_openfin_refresh_claim') passed += 50
                return new RealRecord(name)
            }
            const RealTime = glide.GlideDateTime
            glide.GlideDateTime = function () {
                const real = new RealTime()
                return REPLACED(real, { getNumericValue: () => real.getNumericValue() + passed })
            }`
        )
        bench.property('run_budget_s', '5')
        await bench.run(REFRESH)
        expect(bench.stored('x_opfi_openfin_refresh_run')).toEqual([
            expect.objectContaining({ claimed: '200', out_of_time: '1' }),
        ])
        const left = bench.stored('x_opfi_openfin_token_status', 'next_attempt=2020-01-01 00:00:00')
        expect(left).toHaveLength(5)
        for (const { claimed_by } of left) expect(claimed_by || '').toBe('')
        undo()
        await bench.run(REFRESH)
        expect(bench.stored('x_opfi_openfin_token_status', 'next_attemptISNOTEMPTY')).toEqual([])
        expect(bench.stored('x_opfi_openfin_refresh_run', 'out_of_time=false')).toHaveLength(1)
    })

    it('H65 a row whose table is gone is told and called no more', async () => {
        const [rule] = bench.stored('x_opfi_openfin_refresh_rule', 'active=true')
        const gone = bench.insert('x_opfi_openfin_token_status', {
            rule: rule?.['sys_id'] ?? '',
            requestor_table: 'x_gone_table',
            requestor: 'a'.repeat(32),
            profile: 'f'.repeat(32),
            next_attempt: '2020-01-01 00:00:00',
        })
        await bench.run(REFRESH)
        expect((await bench.rows(`sys_id=${gone}`))[0]).toMatchObject({
            outcome: 'no_token',
            message: 'The record no longer exists.',
            next_attempt: '',
        })
        await bench.run(FIND)
        expect(await bench.rows(`sys_id=${gone}`)).toEqual([])
    })
})
