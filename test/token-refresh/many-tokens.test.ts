import { tokens } from '../outbound/scripted-provider'
import { playScriptOtherwise } from '../variants/other-platform'
import { FIND, REFRESH, RefreshFixture } from './fixture'

describe('many tokens', () => {
    let fixture: RefreshFixture

    beforeAll(async () => {
        fixture = await RefreshFixture.start()
    })
    afterAll(() => fixture.close())

    it('H65 one of 200 throws: the other 199 are refreshed, and a summary row reports the run', async () => {
        const { provider, connection } = await fixture.connect([tokens({ refresh_token: 'r1' })])
        const [holder] = fixture.stored('oauth_requestor_profile', `requestor_id=${connection.requestor}`)
        const credentials = fixture.stored(
            'oauth_credential',
            `oauth_requestor_profile=${holder?.['sys_id']}`
        )
        const add = (name: string) => {
            const requestor = fixture.insert('sys_rest_message', { name, oauth2_profile: connection.profile })
            const owner = fixture.insert('oauth_requestor_profile', {
                requestor_id: requestor,
                oauth_entity_profile: connection.profile,
            })
            for (const { type, token_received, expires } of credentials)
                fixture.insert('oauth_credential', {
                    type: type ?? '',
                    token_received: token_received ?? '',
                    expires: expires ?? '',
                    oauth_requestor_profile: owner,
                })
            return requestor
        }
        for (let number = 2; number < 200; number++) add(`Message ${number}`)
        const bad = add('Broken')
        await fixture.rule({ condition: 'oauth2_profileISNOTEMPTY' })
        const undo = playScriptOtherwise(
            fixture.instance,
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
        fixture.later(3600)
        const calls = (await fixture.run(REFRESH)).outbound_calls
        undo()
        expect(calls).toBe(199)
        expect(provider.requests).toHaveLength(199)
        expect(await fixture.rows('outcome=refreshed')).toHaveLength(199)
        expect(await fixture.row({ requestor: bad })).toMatchObject({
            outcome: 'retry_later',
            failures: '1',
            message: 'The platform failed while refreshing the token.',
            claimed_by: '',
        })
        const runs = fixture.stored('x_opfi_openfin_refresh_run')
        expect(runs).toEqual([expect.objectContaining({ claimed: '200', out_of_time: '0' })])
        expect(runs[0]?.['ended']).toBeTruthy()
        const of = `run=${runs[0]?.['sys_id']}`
        const attempts = fixture.stored('x_opfi_openfin_refresh_attempt', of).map(({ outcome }) => outcome)
        expect(attempts.filter((outcome) => outcome === 'refreshed')).toHaveLength(199)
        expect(attempts.filter((outcome) => outcome === 'retry_later')).toHaveLength(1)
        expect(fixture.stored('x_opfi_openfin_refresh_claim')).toEqual([])
    })

    it('H65 a deleted registration affects one token only', async () => {
        const [any] = fixture.stored('sys_rest_message', 'name=Message 2')
        const [holder] = fixture.stored('oauth_requestor_profile', `requestor_id=${any?.['sys_id']}`)
        const profile = fixture.insert('oauth_entity_profile', { name: 'Of no registration' })
        const store = fixture.instance.records
        store.update('oauth_requestor_profile', holder?.['sys_id'] ?? '', { oauth_entity_profile: profile })
        store.update('sys_rest_message', any?.['sys_id'] ?? '', { oauth2_profile: profile })
        await fixture.run(FIND)
        fixture.later(3600)
        await fixture.run(REFRESH)
        const row = await fixture.row({ requestor: any?.['sys_id'] ?? '' })
        expect(row).toMatchObject({ profile, outcome: 'retry_later', failures: '1' })
        expect(await fixture.rows('outcome=refreshed')).toHaveLength(199)
    })

    it('H65 a run that reaches its time limit leaves the rest due, and the next run continues with it', async () => {
        const store = fixture.instance.records
        store.deleteMultiple('x_opfi_openfin_token_status', '')
        store.deleteMultiple('x_opfi_openfin_refresh_run', '')
        const [rule] = fixture.stored('x_opfi_openfin_refresh_rule', 'active=true')
        for (let number = 0; number < 205; number++)
            fixture.insert('x_opfi_openfin_token_status', {
                rule: rule?.['sys_id'] ?? '',
                requestor_table: 'sys_rest_message',
                requestor: String(number).padStart(32, '0'),
                profile: 'f'.repeat(32),
                next_attempt: '2020-01-01 00:00:00',
            })
        // A database that takes 50 ms per claim.
        const undo = playScriptOtherwise(
            fixture.instance,
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
        fixture.property('run_budget_s', '5')
        await fixture.run(REFRESH)
        expect(fixture.stored('x_opfi_openfin_refresh_run')).toEqual([
            expect.objectContaining({ claimed: '200', out_of_time: '1' }),
        ])
        const left = fixture.stored('x_opfi_openfin_token_status', 'next_attempt=2020-01-01 00:00:00')
        expect(left).toHaveLength(5)
        for (const { claimed_by } of left) expect(claimed_by || '').toBe('')
        undo()
        await fixture.run(REFRESH)
        expect(fixture.stored('x_opfi_openfin_token_status', 'next_attemptISNOTEMPTY')).toEqual([])
        expect(fixture.stored('x_opfi_openfin_refresh_run', 'out_of_time=false')).toHaveLength(1)
    })

    it('H65 a row whose table was deleted is reported and not called again', async () => {
        const [rule] = fixture.stored('x_opfi_openfin_refresh_rule', 'active=true')
        const gone = fixture.insert('x_opfi_openfin_token_status', {
            rule: rule?.['sys_id'] ?? '',
            requestor_table: 'x_gone_table',
            requestor: 'a'.repeat(32),
            profile: 'f'.repeat(32),
            next_attempt: '2020-01-01 00:00:00',
        })
        await fixture.run(REFRESH)
        expect((await fixture.rows(`sys_id=${gone}`))[0]).toMatchObject({
            outcome: 'no_token',
            message: 'The record no longer exists.',
            next_attempt: '',
        })
        await fixture.run(FIND)
        expect(await fixture.rows(`sys_id=${gone}`)).toEqual([])
    })
})
