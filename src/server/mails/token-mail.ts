import { DAY_MS, now, toStored } from '../shared/glide-time'
import type { Mail } from './mail'
import { EVENT_TEXTS, MAIL_WORDS, type EventTexts } from './mail-texts'
import { translate, translateMessage } from './recipient-language'
import type { TokenFacts } from './token-facts'

/** Texts of an event that has none of its own. */
const NO_TEXTS: EventTexts = { subject: '{0}', intro: '', advice: '' }

/** The mail about one token. `suffix` is the event's name without the app's scope, such as `token_expiring`. */
export function tokenMail(suffix: string, facts: TokenFacts): Mail {
    const texts = (EVENT_TEXTS as Record<string, EventTexts>)[suffix] ?? NO_TEXTS
    const { end, consentUrl, rowUrl } = facts
    const connection = facts.connection || translate(MAIL_WORDS.token)
    const links: [string, string][] = [[translate(MAIL_WORDS.openStatus), rowUrl]]
    if (consentUrl !== '' && suffix !== 'token_recovered')
        links.unshift([translate(MAIL_WORDS.getToken), consentUrl])
    return {
        subject: translate(texts.subject, connection, timeLeft(end)),
        intro: translate(texts.intro, connection, timeLeft(end)),
        facts: factsOf(facts, connection),
        advice: texts.advice === '' ? '' : translate(texts.advice),
        links,
    }
}

function factsOf(facts: TokenFacts, connection: string): [string, string][] {
    const { table, end, consentUrl } = facts
    const named: [string, string][] = [
        [MAIL_WORDS.connection, table === '' ? connection : `${connection} (${table})`],
        [MAIL_WORDS.provider, facts.provider],
        [MAIL_WORDS.profile, facts.profile],
        [MAIL_WORDS.consent, facts.consentedBy],
        [MAIL_WORDS.changedConsent, translateMessage(facts.consentNote)],
        [end !== null && end <= now() ? MAIL_WORDS.expired : MAIL_WORDS.expires, timeOf(end)],
        [
            MAIL_WORDS.details,
            // The mail has that address as a link.
            translateMessage(facts.message, (value) =>
                value === consentUrl ? translate(MAIL_WORDS.linkBelow) : value
            ),
        ],
    ]
    return named.filter(([, value]) => value !== '').map(([name, value]) => [translate(name), value])
}

/** A time as mails show it: with the time zone's name, since a mail does not know its reader's. Empty for null. */
export function timeOf(ms: number | null): string {
    return ms === null ? '' : `${toStored(ms)} UTC`
}

/** Whole days until an end, in words. */
function timeLeft(end: number | null): string {
    const days = end === null ? 0 : Math.floor((end - now()) / DAY_MS)
    if (days < 1) return translate(MAIL_WORDS.lessThanDay)
    return days === 1 ? translate(MAIL_WORDS.oneDay) : translate(MAIL_WORDS.days, String(days))
}
