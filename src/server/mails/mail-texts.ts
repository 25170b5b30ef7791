/** Subject, first sentence and advice of a mail; `{0}` is the connection, `{1}` when it ends. */
export interface EventTexts {
    subject: string
    intro: string
    advice: string
}

/** Texts of the mails about one token, by event. */
export const EVENT_TEXTS = {
    token_reauthorize: {
        subject: 'Reauthorization required: {0}',
        intro: 'The OAuth connection {0} can no longer be refreshed automatically.',
        advice: 'Get a new token to restore the connection. You will not be notified of this again.',
    },
    token_failing: {
        subject: 'OAuth token refresh failing: {0}',
        intro: 'Several consecutive refreshes of the OAuth token of {0} failed.',
        advice: 'The app keeps retrying. The status shows the next attempt.',
    },
    token_recovered: {
        subject: 'OAuth connection restored: {0}',
        intro: 'The OAuth connection {0} works again.',
        advice: '',
    },
    token_expiring: {
        subject: 'OAuth connection expires {1}: {0}',
        intro: 'The refresh token of {0} expires {1}, and it is not renewed automatically.',
        advice: 'Get a new token before then, so that the connection is not interrupted.',
    },
    token_expired: {
        subject: 'OAuth connection expired: {0}',
        intro: 'The refresh token of {0} has expired.',
        advice: 'Get a new token to restore the connection.',
    },
} satisfies Record<string, EventTexts>

/** Texts of the mails that name many tokens; `{0}` is their number. */
export const DIGEST_TEXTS = {
    token_expiring: {
        subject: '{0} OAuth connections expire soon',
        intro: 'The refresh tokens of these connections expire soon, and they are not renewed automatically.',
        advice: 'Open each token status and choose "Get OAuth token".',
    },
    token_expired: {
        subject: '{0} OAuth connections expired',
        intro: 'The refresh tokens of these connections have expired.',
        advice: 'Open each token status and choose "Get OAuth token".',
    },
} satisfies Record<string, EventTexts>

/** Texts of the mail of a copied instance. */
export const CLONE_TEXTS = {
    subject: 'OpenFin: OAuth token refresh is stopped on this copy of an instance',
    intro: 'This instance is a copy of another one. No token is refreshed on it and no notice is sent, because that could invalidate the tokens of the original.',
    advice: 'If this instance has connections of its own, an administrator can adopt it on the setup page.',
} satisfies EventTexts

/** Names of facts, links, and when something ends. */
export const MAIL_WORDS = {
    connection: 'Connection',
    provider: 'Provider',
    profile: 'OAuth profile',
    consent: 'Consent by',
    changedConsent: 'Changed consent',
    expired: 'Expired',
    expires: 'Expires',
    details: 'Details',
    token: 'OAuth token',
    application: 'OAuth application',
    instance: 'Instance',
    getToken: 'Get OAuth token',
    openStatus: 'Open the token status',
    openStatuses: 'Open the token statuses',
    openSetup: 'Open the setup page',
    linkBelow: 'the link below',
    lessThanDay: 'in less than a day',
    oneDay: 'in 1 day',
    days: 'in {0} days',
} as const
