import { gs, GlideRecord } from '@servicenow/glide'
import { bestEffort } from '../shared/best-effort'
import { DAY_MS, now, toStored } from '../shared/glide-time'
import { address, readFacts, type StatusRow, type TokenFacts } from './token-facts'

/** `template` of a mail script (DOCS r_MailScriptAPI). */
interface MailTemplate {
    print(text: string): void
}

/** `email` of a mail script (DOCS r_MailScriptAPI). */
interface Email {
    setSubject(subject: string): void
}

/** A mail before it is written as HTML or text. */
export interface TokenMail {
    subject: string
    intro: string
    /** Names and values. */
    facts: [name: string, value: string][]
    advice: string
    links: [label: string, url: string][]
}

/** Subject and first sentence by event; `{0}` is the connection, `{1}` when it ends. */
const TEXTS: Record<string, { subject: string; intro: string; advice: string }> = {
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
}

/** Writes the mail of an event into a mail script's template, and sets its subject. */
export function writeMail(
    row: StatusRow,
    event: { name: unknown; parm1: unknown; parm2: unknown },
    { template, email, format }: { template: MailTemplate; email: Email; format: 'html' | 'text' }
): void {
    const suffix = String(event.name ?? '').replace('x_opfi_openfin.', '')
    const [first = '', ...rest] = String(event.parm2 ?? '').split(' ')
    const mail =
        first === 'digest'
            ? digestMail(suffix, { recipient: String(event.parm1 ?? ''), run: rest.join(' ') })
            : tokenMail(suffix, readFacts(row))
    email.setSubject(mail.subject)
    template.print(format === 'html' ? toHtml(mail) : toText(mail))
}

/** The mail about one token. */
export function tokenMail(suffix: string, facts: TokenFacts): TokenMail {
    const texts = TEXTS[suffix] ?? { subject: '{0}', intro: '', advice: '' }
    const { connection, end, consentUrl, rowUrl } = facts
    const isRecovered = suffix === 'token_recovered'
    const named: [string, string][] = [
        [message('Connection'), facts.table === '' ? connection : `${connection} (${facts.table})`],
        [message('Provider'), facts.provider],
        [message('OAuth profile'), facts.profile],
        [message('Consent by'), facts.consentedBy],
        [message('Changed consent'), facts.consentNote],
        [
            message(end !== null && end <= now() ? 'Expired' : 'Expires'),
            end === null ? '' : `${toStored(end)} UTC`,
        ],
        [message('Details'), facts.message],
    ]
    const links: [string, string][] = [[message('Open the token status'), rowUrl]]
    if (consentUrl !== '' && !isRecovered) links.unshift([message('Get OAuth token'), consentUrl])
    return {
        subject: message(texts.subject, connection, timeLeft(end)),
        intro: message(texts.intro, connection, timeLeft(end)),
        facts: named.filter(([, value]) => value !== ''),
        advice: texts.advice === '' ? '' : message(texts.advice),
        links,
    }
}

/** One mail for all notices of a recipient in one run. */
function digestMail(suffix: string, { recipient, run }: { recipient: string; run: string }): TokenMail {
    const isExpired = suffix === 'token_expired'
    const facts: [string, string][] = []
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('noticed', '=', run)
    row.addQuery('notice_to', 'CONTAINS', recipient)
    row.addQuery('notice_days', isExpired ? '=' : '>', 0)
    row.orderBy('refresh_token_expires')
    row.query()
    while (row.next()) {
        const { connection, table, provider, end } = readFacts(row)
        const name = [connection, table, provider].filter((part) => part !== '').join(', ')
        facts.push([name, end === null ? '' : `${toStored(end)} UTC`])
    }
    const count = String(facts.length)
    return {
        subject: message(
            isExpired ? '{0} OAuth connections expired' : '{0} OAuth connections expire soon',
            count
        ),
        intro: message(
            isExpired
                ? 'The refresh tokens of these connections have expired.'
                : 'The refresh tokens of these connections expire soon, and they are not renewed automatically.'
        ),
        facts,
        advice: message('Open each token status and choose "Get OAuth token".'),
        links: [
            [
                message('Open the token statuses'),
                address(
                    `x_opfi_openfin_token_status_list.do?sysparm_query=${encodeURIComponent(`noticed=${run}^notice_toLIKE${recipient}`)}`
                ),
            ],
        ],
    }
}

/** Whole days until an end, in words. */
function timeLeft(end: number | null): string {
    const days = end === null ? 0 : Math.floor((end - now()) / DAY_MS)
    if (days < 1) return message('in less than a day')
    return days === 1 ? message('in 1 day') : message('in {0} days', String(days))
}

/** A text in the recipient's language, as far as the platform translates (`sys_ui_message`). */
function message(key: string, ...values: string[]): string {
    const text = bestEffort(() => gs.getMessage(key, values))
    return text ? String(text) : key
}

/** The mail as HTML. Values are escaped. */
export function toHtml({ intro, facts, advice, links }: TokenMail): string {
    const rows = facts
        .map(
            ([name, value]) =>
                `<tr><th align="left" valign="top" style="padding:4px 16px 4px 0;font-weight:normal;opacity:.75">${escape(name)}</th><td style="padding:4px 0">${escape(value)}</td></tr>`
        )
        .join('')
    const buttons = links
        .map(([label, url]) => `<a href="${escape(url)}">${escape(label)}</a>`)
        .join(' &nbsp;·&nbsp; ')
    return [
        `<p>${escape(intro)}</p>`,
        facts.length > 0 ? `<table role="presentation" cellspacing="0" cellpadding="0">${rows}</table>` : '',
        advice === '' ? '' : `<p>${escape(advice)}</p>`,
        `<p>${buttons}</p>`,
    ].join('')
}

/** The mail as plain text. */
export function toText({ intro, facts, advice, links }: TokenMail): string {
    return [
        intro,
        facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
        advice,
        links.map(([label, url]) => `${label}: ${url}`).join('\n'),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
}

function escape(text: string): string {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
}
