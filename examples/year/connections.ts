/** A connection of the simulated year. Lifespans in seconds, times in days since the start. */
export interface ConnectionPlan {
    /** Client id at the provider, from which its sys_ids are derived. */
    id: string
    name: string
    table: 'sys_rest_message' | 'sys_email_account'
    accessTokenS: number
    /** Null: client credentials, no refresh token. */
    refreshTokenS: number | null
    /** True: a refresh does not move the expiry of the refresh token. */
    endsWithConsent?: boolean
    /** True: the provider tells when its refresh token ends (`refresh_token_expires_in`), so that a fixed end can be foreseen. */
    tellsEnd?: boolean
    /** True: no rule covers it, so that it is only watched. */
    watched?: boolean
    /** True: its owner consents again after the first expiry notice; otherwise once it has ended. */
    renewedInTime?: boolean
    /** Interval at which a script uses it, in days; null: never. */
    usedEveryDays: number | null
    /** Day of its creation, and of its removal if any. Default: from start to end. */
    from?: number
    to?: number
}

const HOUR_S = 3600
const DAY_S = 86_400

/** The connections of a year. */
export const YEAR: ConnectionPlan[] = [
    {
        id: 'tickets',
        name: 'Ticket sync',
        table: 'sys_rest_message',
        accessTokenS: DAY_S,
        refreshTokenS: 14 * DAY_S,
        usedEveryDays: 3,
    },
    {
        id: 'mailbox',
        name: 'Support mailbox',
        table: 'sys_email_account',
        accessTokenS: 3 * DAY_S,
        refreshTokenS: 90 * DAY_S,
        usedEveryDays: null,
    },
    {
        id: 'reports',
        name: 'Sales reports',
        table: 'sys_rest_message',
        accessTokenS: 3 * DAY_S,
        refreshTokenS: 30 * DAY_S,
        usedEveryDays: 7,
    },
    {
        id: 'documents',
        name: 'Document store',
        table: 'sys_rest_message',
        accessTokenS: 4 * DAY_S,
        refreshTokenS: 14 * DAY_S,
        usedEveryDays: 14,
    },
    {
        id: 'archive',
        name: 'Archive, idle',
        table: 'sys_rest_message',
        accessTokenS: 7 * DAY_S,
        refreshTokenS: 14 * DAY_S,
        usedEveryDays: null,
    },
    {
        id: 'catalogue',
        name: 'Catalogue',
        table: 'sys_rest_message',
        accessTokenS: 45 * DAY_S,
        refreshTokenS: 30 * DAY_S,
        usedEveryDays: 20,
    },
    {
        id: 'payroll',
        name: 'Payroll, fixed end',
        table: 'sys_rest_message',
        accessTokenS: 3 * DAY_S,
        refreshTokenS: 120 * DAY_S,
        endsWithConsent: true,
        usedEveryDays: 10,
    },
    {
        id: 'ledger',
        name: 'Ledger, told end',
        table: 'sys_rest_message',
        accessTokenS: 3 * DAY_S,
        refreshTokenS: 100 * DAY_S,
        endsWithConsent: true,
        tellsEnd: true,
        usedEveryDays: 15,
    },
    {
        id: 'feed',
        name: 'Feed, no rule',
        table: 'sys_rest_message',
        accessTokenS: DAY_S,
        refreshTokenS: 45 * DAY_S,
        watched: true,
        renewedInTime: true,
        usedEveryDays: null,
    },
    {
        id: 'licences',
        name: 'Licences, no rule',
        table: 'sys_rest_message',
        accessTokenS: DAY_S,
        refreshTokenS: 75 * DAY_S,
        watched: true,
        usedEveryDays: null,
    },
    {
        id: 'weather',
        name: 'Weather, for itself',
        table: 'sys_rest_message',
        accessTokenS: 3 * DAY_S,
        refreshTokenS: null,
        usedEveryDays: 5,
    },
    {
        id: 'project',
        name: 'A short project',
        table: 'sys_rest_message',
        accessTokenS: HOUR_S,
        refreshTokenS: 14 * DAY_S,
        usedEveryDays: 0.3,
        from: 150,
        to: 153,
    },
]

/** Some connections with shorter lifespans, for a simulation of a month. */
export const MONTH: ConnectionPlan[] = [
    {
        id: 'tickets',
        name: 'Ticket sync',
        table: 'sys_rest_message',
        accessTokenS: 2 * DAY_S,
        refreshTokenS: 6 * DAY_S,
        usedEveryDays: 4,
    },
    {
        id: 'archive',
        name: 'Archive, idle',
        table: 'sys_rest_message',
        accessTokenS: 4 * DAY_S,
        refreshTokenS: 9 * DAY_S,
        usedEveryDays: null,
    },
    {
        id: 'payroll',
        name: 'Payroll, fixed end',
        table: 'sys_email_account',
        accessTokenS: 2 * DAY_S,
        refreshTokenS: 8 * DAY_S,
        endsWithConsent: true,
        tellsEnd: true,
        usedEveryDays: null,
    },
    {
        id: 'feed',
        name: 'Feed, no rule',
        table: 'sys_rest_message',
        accessTokenS: DAY_S,
        refreshTokenS: 16 * DAY_S,
        watched: true,
        renewedInTime: true,
        usedEveryDays: null,
    },
    {
        id: 'licences',
        name: 'Licences, no rule',
        table: 'sys_rest_message',
        accessTokenS: DAY_S,
        refreshTokenS: 10 * DAY_S,
        watched: true,
        usedEveryDays: null,
    },
    {
        id: 'weather',
        name: 'Weather, for itself',
        table: 'sys_rest_message',
        accessTokenS: 3 * DAY_S,
        refreshTokenS: null,
        usedEveryDays: 6,
    },
]
