import { hiddenReason, type Context } from './context'

const TABLE = 'sysevent_email_action'
const PREFIX = 'x_opfi_openfin.token_'
const EVENTS = ['reauthorize', 'failing', 'recovered', 'expiring', 'expired'].map((name) => PREFIX + name)

/** Checks the notifications for token events. */
export function checkNotifications({ report, tables }: Context): Promise<void> {
    return report.check(['notification_off'], async () => {
        const { rows, hidden } = await tables.list(TABLE, `event_nameSTARTSWITH${PREFIX}`, [
            ...['name', 'event_name', 'active'],
        ])
        if (hidden > 0) report.unknown('notification_off', hiddenReason(TABLE, hidden))
        for (const row of rows.filter((one) => one['active'] === 'false')) {
            report.found('notification_off', {
                message: `The notification "${row['name']}" is inactive. No mail is sent for the event ${row['event_name']}.`,
                fix: 'Activate the notification, unless a flow of your own handles the event.',
                evidence: {
                    ...{ table: TABLE, record: row.sys_id, field: 'active' },
                    ...{ found: 'false', wanted: 'true' },
                },
            })
        }
        if (hidden > 0) return
        for (const event of EVENTS.filter((name) => !rows.some((row) => row['event_name'] === name))) {
            report.found('notification_off', {
                message: `There is no notification for the event ${event}. No mail is sent for it.`,
                fix: 'Install the app again, unless a flow of your own handles the event.',
                evidence: { table: TABLE, field: 'event_name', wanted: event },
            })
        }
    })
}
