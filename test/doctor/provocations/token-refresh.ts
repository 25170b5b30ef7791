import { property, type Provocation } from './provocation'

const CONDITION = { table: 'sys_user', condition: 'active=true^ORu_gone=1^user_nameLIKEx' }
const NOTICES_JOB = 'name=OpenFin: expiry notices'
const REFRESH_JOB = 'name=OpenFin: refresh OAuth tokens'

/** Token refresh: its jobs, rules and tokens. */
export const TOKEN_REFRESH: Provocation[] = [
    {
        code: 'refresh_switched_off',
        by: 'the property',
        provoke: property('x_opfi_openfin.token_refresh.enabled', 'false'),
        repair: property('x_opfi_openfin.token_refresh.enabled', 'true'),
        says: 'No tokens are refreshed',
    },
    {
        code: 'refresh_job_missing',
        by: 'a job that was deactivated',
        provoke: (fixture) => fixture.change('sysauto_script', REFRESH_JOB, { active: '0' }),
        repair: (fixture) => fixture.change('sysauto_script', REFRESH_JOB, { active: '1' }),
        says: 'inactive',
    },
    {
        code: 'refresh_job_missing',
        by: 'a job that was deleted',
        provoke: (fixture) => fixture.change('sysauto_script', REFRESH_JOB, { name: 'Ours' }),
        repair: (fixture) =>
            fixture.change('sysauto_script', 'name=Ours', { name: 'OpenFin: refresh OAuth tokens' }),
        says: 'missing',
    },
    {
        code: 'refresh_job_missing',
        by: 'a job that does not run although a token is due',
        provoke: (fixture) => fixture.status({ next_attempt: fixture.minutes(-20) }),
        repair: (fixture) =>
            fixture.change('x_opfi_openfin_token_status', 'outcome=valid', {
                next_attempt: fixture.minutes(-10),
            }),
        says: 'due for a refresh for 20 minutes',
    },
    {
        code: 'refresh_job_missing',
        by: 'a job of the notices that was deactivated',
        provoke: (fixture) => fixture.change('sysauto_script', NOTICES_JOB, { active: '0' }),
        repair: property('x_opfi_openfin.expiry_notices.enabled', 'false'),
        says: 'before a refresh token expires',
    },
    {
        code: 'refresh_queue_unattended',
        by: 'an expired claim',
        provoke: (fixture) => fixture.status({ claimed_until: fixture.minutes(-1), claimed_by: 'a run' }),
        repair: (fixture) =>
            fixture.change('x_opfi_openfin_token_status', 'outcome=valid', {
                claimed_until: fixture.minutes(10),
            }),
        says: 'expired',
    },
    {
        code: 'credential_read_denied',
        by: "the app's record of a denied read",
        provoke: (fixture) =>
            fixture.insert('x_opfi_openfin_state', { name: 'credential_read_denied', value: 'true' }),
        repair: (fixture) => fixture.remove('x_opfi_openfin_state', 'name=credential_read_denied'),
        says: 'oauth_credential',
    },
    ...(
        [
            ['a deleted table', { table: 'u_gone' }, 'u_gone does not exist'],
            ['a deleted profile', { profile: 'e'.repeat(32) }, 'does not exist'],
            [
                'a deleted field',
                { table: 'sys_user', profile: null, profile_field: 'u_gone' },
                'no field u_gone',
            ],
            ['a condition on a deleted field', CONDITION, 'no field u_gone'],
            ['neither profile nor field', { profile: null }, 'either'],
            ['no table', { table: null }, 'names no table'],
        ] as [string, Record<string, string | null>, string][]
    ).map(([by, values, says]): Provocation => ({
        code: 'rule_unusable',
        by,
        provoke: (fixture) => fixture.refreshRule(values),
        repair: (fixture) => fixture.change('x_opfi_openfin_refresh_rule', 'name=A rule', { active: '0' }),
        says,
    })),
    ...(['reauthorize', 'no_token'] as const).map((outcome): Provocation => ({
        code: 'tokens_need_consent',
        by: `a token in ${outcome}`,
        provoke: (fixture) => fixture.status({ outcome }),
        repair: (fixture) =>
            fixture.change('x_opfi_openfin_token_status', `outcome=${outcome}`, { outcome: 'valid' }),
        says: 'requires reauthorization',
    })),
    {
        code: 'tokens_failing',
        by: 'a token that failed three times',
        provoke: (fixture) => fixture.status({ outcome: 'retry_later', failures: '3' }),
        repair: (fixture) =>
            fixture.change('x_opfi_openfin_token_status', 'failures=3', {
                outcome: 'refreshed',
                failures: '0',
            }),
        says: 'cannot be refreshed',
    },
]
