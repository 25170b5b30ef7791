/** A connection of the simulated year. Lifespans in seconds, days since the beginning. */
export interface ConnectionPlan {
    /** Its client id at the provider, and what its sys_ids are made of. */
    id: string
    name: string
    table: 'sys_rest_message' | 'sys_email_account'
    accessTokenS: number
    /** Null: client credentials, no refresh token. */
    refreshTokenS: number | null
    /** True: no renewal moves the refresh token's end. */
    endsWithConsent?: boolean
    /** How often a script uses it, in days; null: nobody ever does. */
    usedEveryDays: number | null
    /** When it is made and, where it is removed again, when; default from the beginning to the end. */
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

/** Some of them with shorter lives, for a simulation of a month. */
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
