import { GlideRecord } from '@servicenow/glide'
import type { Mail } from './mail'
import { DIGEST_TEXTS, MAIL_WORDS } from './mail-texts'
import { translate } from './recipient-language'
import { address, readFacts } from './token-facts'
import { timeOf } from './token-mail'

/**
 * One mail for all notices of a recipient in one run: it reads the rows that carry the run's time and the recipient, since an
 * event's parameter has no room for them. Up to five statements per row.
 */
export function digestMail(suffix: string, { recipient, run }: { recipient: string; run: string }): Mail {
    const isExpired = suffix === 'token_expired'
    const texts = isExpired ? DIGEST_TEXTS.token_expired : DIGEST_TEXTS.token_expiring
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
        facts.push([name, timeOf(end)])
    }
    const count = String(facts.length)
    const query = `noticed=${run}^notice_toLIKE${recipient}`
    return {
        subject: translate(texts.subject, count),
        intro: translate(texts.intro),
        facts,
        advice: translate(texts.advice),
        links: [
            [
                translate(MAIL_WORDS.openStatuses),
                address(`x_opfi_openfin_token_status_list.do?sysparm_query=${encodeURIComponent(query)}`),
            ],
        ],
    }
}
