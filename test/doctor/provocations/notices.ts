import type { Provocation } from './provocation'

/** Who is told of a token that needs attention. */
export const NOTICES: Provocation[] = [
    {
        code: 'nobody_to_tell',
        by: 'a rule without recipients',
        provoke: (fixture) => fixture.refreshRule({ notify_user: null }),
        repair: (fixture) => {
            const group = fixture.insert('sys_user_group', { name: 'Ours', email: 'ours@example.com' })
            fixture.set('x_opfi_openfin.token_refresh.fallback_group', group)
        },
        says: 'No notification is sent',
    },
    {
        code: 'nobody_to_tell',
        by: 'a rule with an inactive user, and an empty fallback group',
        provoke: (fixture) => {
            const gone = fixture.insert('sys_user', {
                ...{ user_name: 'gone', active: '0', email: 'gone@example.com' },
            })
            const group = fixture.insert('sys_user_group', { name: 'Empty' })
            fixture.set('x_opfi_openfin.token_refresh.fallback_group', group)
            fixture.refreshRule({ notify_user: gone })
        },
        repair: (fixture) =>
            fixture.insert('sys_user_grmember', {
                group: fixture.first('sys_user_group', 'name=Empty')['sys_id'] ?? null,
                user: fixture.first('sys_user', 'user_name=admin')['sys_id'] ?? null,
            }),
        says: 'No notification is sent',
    },
    {
        code: 'nobody_to_tell',
        by: 'a rule whose user has disabled mail, and whose group has no other member',
        provoke: (fixture) => {
            const quiet = fixture.insert('sys_user', {
                ...{ user_name: 'quiet', active: '1', email: 'quiet@example.com', notification: '1' },
            })
            const group = fixture.insert('sys_user_group', { name: 'Quiet' })
            fixture.insert('sys_user_grmember', { group, user: quiet })
            fixture.refreshRule({ notify_user: quiet, notify_group: group })
        },
        repair: (fixture) => fixture.change('sys_user', 'user_name=quiet', { notification: '2' }),
        says: 'has no recipient',
    },
    {
        code: 'notification_off',
        by: 'a notification that was deactivated',
        provoke: (fixture) =>
            fixture.change('sysevent_email_action', 'event_name=x_opfi_openfin.token_failing', {
                active: '0',
            }),
        repair: (fixture) =>
            fixture.change('sysevent_email_action', 'event_name=x_opfi_openfin.token_failing', {
                active: '1',
            }),
        says: 'is inactive',
    },
]
