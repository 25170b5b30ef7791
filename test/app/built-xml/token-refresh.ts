import type { BuiltApp } from '../../support/built-app'
import { flushOf, indexOf } from './tables'

/** Records of the token refresh: notifications, jobs, tables, examples. */
export function describeTokenRefresh(app: BuiltApp): void {
    describe('the built app: token refresh', () => {
        it('notifies the recipients that a rule names, by active notifications without recipients of their own', () => {
            const own = app
                .values('sysevent_email_action')
                .filter(({ event_name }) => event_name?.startsWith('x_opfi_openfin.token_'))
            expect(own.map(({ event_name }) => event_name?.split('.')[1]).sort()).toEqual([
                'token_expired',
                'token_expiring',
                'token_failing',
                'token_reauthorize',
                'token_recovered',
            ])
            for (const values of own)
                expect(values).toMatchObject({
                    active: 'true',
                    event_parm_1: 'true',
                    event_parm_2: 'false',
                    send_self: 'true',
                    recipient_users: '',
                    recipient_groups: '',
                })
        })

        it('has the three jobs of the contract: every three minutes, hourly, daily; without a user', () => {
            const jobs = app.values('sysauto_script').map((job) => ({
                name: job['name'],
                every: job['run_period'],
                type: job['run_type'],
                active: job['active'],
                runAs: job['run_as'],
            }))
            const common = { type: 'periodically', active: 'true', runAs: '' }
            expect(jobs).toHaveLength(3)
            expect(jobs).toEqual(
                expect.arrayContaining([
                    { name: 'OpenFin: refresh OAuth tokens', every: '1970-01-01 00:03:00', ...common },
                    { name: 'OpenFin: find OAuth tokens', every: '1970-01-01 01:00:00', ...common },
                    { name: 'OpenFin: expiry notices', every: '', ...common, type: 'daily' },
                ])
            )
        })

        it('has one row and one claim per token, and an index for due rows', () => {
            const STATUS = 'x_opfi_openfin_token_status'
            expect(indexOf(app, STATUS, 'one_per_token', 'unique="true"')).toEqual(['requestor', 'profile'])
            expect(indexOf(app, STATUS, 'due')).toEqual(['next_attempt', 'claimed_until', 'rule'])
            expect(app.files.get('dictionary/x_opfi_openfin_refresh_claim.xml')).toMatch(
                /<element [^>]*name="token"[^>]*unique="true"|<index [^>]*unique="true"[^>]*>\s*<element name="token"/
            )
        })

        it('deletes its old history, and has no column for a token', () => {
            for (const table of ['x_opfi_openfin_refresh_attempt', 'x_opfi_openfin_refresh_run'])
                expect(flushOf(app, table)).toEqual(['2592000'])
            const tokens = app
                .values('sys_dictionary')
                .filter(({ name, element }) => name?.includes('_refresh_') && element?.includes('token'))
            // Key of a claim: sys_ids of a requestor and a profile.
            expect(tokens.map(({ name, element }) => `${name}.${element}`)).toEqual([
                'x_opfi_openfin_refresh_claim.token',
            ])
        })

        it('ships examples that are inactive and installed only at the first installation', () => {
            const examples = app.all.filter(({ table }) => table === 'x_opfi_openfin_refresh_rule')
            expect(examples.map(({ values }) => values['table']).sort()).toEqual([
                'oauth_2_0_credentials',
                'sys_email_account',
                'sys_rest_message',
            ])
            for (const { file, values } of examples) {
                expect(file).toMatch(/^unload[\\/]/)
                expect(values['active']).toBe('false')
            }
        })
    })
}
