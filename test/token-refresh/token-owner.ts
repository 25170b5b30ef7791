import { tokens } from '../outbound/scripted-provider'
import { REFRESH, type RefreshFixture } from './fixture'

/** How a call and a rule name the OAuth profile of a token. */
export function describeTokenOwner(fixture: () => RefreshFixture): void {
    describe('the owner of a token', () => {
        it('a fixed profile by its sys_id, in a call and in a rule', async () => {
            const { provider, connection } = await fixture().connect([tokens({ refresh_token: 'r1' })])
            fixture().forget(connection, 'access_token')
            await fixture().rule({
                condition: `sys_id=${connection.requestor}`,
                profile_field: '',
                profile: connection.profile,
            })
            await fixture().run(REFRESH)
            expect(await fixture().row(connection)).toMatchObject({
                outcome: 'refreshed',
                profile: connection.profile,
            })
            expect(provider.requests).toHaveLength(1)
            expect(
                await fixture().call('checkAndRefresh', { ...connection, profile: 'oauth2_profile' })
            ).toMatchObject({ outcome: 'valid' })
        })

        it('an empty profile field: no_token', async () => {
            const requestor = fixture().insert('sys_rest_message', { name: 'Without a profile' })
            expect(
                await fixture().call('checkAndRefresh', { requestor, profile: 'oauth2_profile' })
            ).toMatchObject({ outcome: 'no_token', message: 'The record has no OAuth profile.' })
        })

        it.each([
            ['an unknown sys_id', 'f'.repeat(32), 'f'.repeat(32)],
            ['a field that references a deleted one', 'oauth2_profile', 'd'.repeat(32)],
            ['an empty field', 'oauth2_profile', 'no profile'],
        ])(
            'a profile that does not exist, by %s: no_token without a consent URL',
            async (_what, by, named) => {
                const requestor = fixture().insert('sys_rest_message', { name: 'Any', oauth2_profile: named })
                expect(await fixture().call('checkAndRefresh', { requestor, profile: by })).toEqual({
                    outcome: 'no_token',
                    accessTokenExpiresIn: null,
                    refreshTokenExpiresIn: null,
                    message: 'The OAuth profile that the record references does not exist.',
                })
            }
        )

        it.each([
            ["null, 'oauth2_profile'", 'invalid_record'],
            ["'a text', 'oauth2_profile'", 'invalid_record'],
            ["new GlideRecord('sys_rest_message'), 'oauth2_profile'", 'invalid_record'],
            ["(function () { record.newRecord(); return record })(), 'oauth2_profile'", 'invalid_record'],
            ["record, 'no_such_field'", 'invalid_profile'],
            ["record, 'oauth2_profile.no_such_field'", 'invalid_profile'],
            ["record, 'name.oauth_profile'", 'invalid_profile'],
            ["record, 'oauth2_profile; drop'", 'invalid_profile'],
            ["record, ''", 'invalid_profile'],
            ['record, null', 'invalid_profile'],
        ])('%s: thrown as %s', async (values, code) => {
            fixture().insert('sys_rest_message', { name: 'Any' })
            const thrown = await fixture().script(
                `var record = new GlideRecord('sys_rest_message'); record.query(); record.next()
                var thrown = 'nothing'
                try { new x_opfi_openfin.OAuthTokenRefresher().checkAndRefresh(${values}) }
                catch (error) { thrown = error.code + ': ' + error.message }
                thrown`
            )
            expect(thrown).toMatch(new RegExp(`^${code}: The (first|second) argument must be`))
        })
    })
}
