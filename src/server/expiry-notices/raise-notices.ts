import { GlideRecord } from '@servicenow/glide'
import { bestEffort, logWarning, raiseEvent, tryWrite } from '../shared/best-effort'
import { toStored } from '../shared/glide-time'
import { noRecipients, withGroup, withUser, type Recipients } from '../shared/recipients'
import { TOKEN_MESSAGES } from '../shared/token-messages'
import { fallbackGroup } from '../token-refresh/settings'

/** One notice to send. */
export interface Notice {
    /** sys_id of the status row. */
    row: string
    /** Threshold in days; 0: the token has ended. */
    days: number
    /** End of the token, in ms since 1970. */
    end: number
    /** Whether no rule covers the token. */
    watched: boolean
    /** User and group of the rule, and who gave the consent; empty if there is none. */
    user: string
    group: string
    consentedBy: string
}

/** Mails of one event for one person in one run, beyond which they become one. */
const DIGEST_ABOVE = 10
/** sys_ids that fit in an event's parameter of 255 characters. */
const RECIPIENTS_PER_EVENT = 7

const EVENTS = {
    expiring: 'x_opfi_openfin.token_expiring',
    expired: 'x_opfi_openfin.token_expired',
} as const

/**
 * Raises the events of the notices and marks their rows. parm1: sys_ids of the recipients; parm2: the threshold in days
 * (0 at the end), or `digest` and the time of the run: the mail then names all rows that carry this time and the recipient.
 * An event comes before its mark: if a node dies in between, a notice is sent twice rather than never.
 *
 * @param run time of the run, as stored
 */
export function raiseNotices(notices: Notice[], run: string): void {
    const addressed = resolve(notices)
    for (const kind of ['expiring', 'expired'] as const) {
        const ofKind = addressed.filter(({ notice }) => (notice.days === 0) === (kind === 'expired'))
        const digests = ofKind.length > DIGEST_ABOVE ? personsOfMany(ofKind) : new Set<string>()
        for (const one of ofKind) {
            const alone = one.recipients.filter((recipient) => !digests.has(recipient))
            raise(one, { event: EVENTS[kind], alone, run })
        }
        raiseDigests(ofKind, { event: EVENTS[kind], digests, run })
    }
}

interface Addressed {
    notice: Notice
    /** sys_ids of users and groups. */
    recipients: string[]
}

/** Who gets which notice. Recipients of each rule and each person are looked up once. */
function resolve(notices: Notice[]): Addressed[] {
    const known = new Map<string, Recipients>()
    const once = (key: string, look: (named: Recipients) => void) => {
        const before = known.get(key)
        if (before) return before
        const named = noRecipients()
        bestEffort(() => look(named))
        known.set(key, named)
        return named
    }
    return notices.map((notice) => {
        const { user, group, consentedBy } = notice
        const ofRule = once(`${user}:${group}`, (named) => {
            withUser(named, user)
            withGroup(named, group)
        })
        const ofConsent = ofRule.reached ? ofRule : once(consentedBy, (named) => withUser(named, consentedBy))
        const reached = ofConsent.reached
            ? ofConsent
            : once('fallback', (named) => withGroup(named, fallbackGroup()))
        if (!reached.reached)
            logWarning(
                `Expiry notices: no recipient for the token status ${notice.row}. Set a user or group in the rule, or in the ` +
                    'property x_opfi_openfin.token_refresh.fallback_group, with an active user who has an email address.'
            )
        return { notice, recipients: reached.recipients }
    })
}

/** Replaces groups by their members, and returns the people with more notices than become mails of their own. */
function personsOfMany(addressed: Addressed[]): Set<string> {
    const members = new Map<string, string[]>()
    const counts = new Map<string, number>()
    for (const one of addressed) {
        one.recipients = [
            ...new Set(
                one.recipients.flatMap((recipient) => {
                    if (!members.has(recipient)) members.set(recipient, membersOf(recipient))
                    return members.get(recipient) ?? []
                })
            ),
        ]
        for (const recipient of one.recipients) counts.set(recipient, (counts.get(recipient) ?? 0) + 1)
    }
    return new Set([...counts].filter(([, count]) => count > DIGEST_ABOVE).map(([recipient]) => recipient))
}

/** Active members of a group without an address of its own; the recipient itself otherwise. */
function membersOf(recipient: string): string[] {
    const members = bestEffort(() => {
        const group = new GlideRecord('sys_user_group')
        if (!group.get(recipient) || group.getValue('email')) return [recipient]
        const found: string[] = []
        const member = new GlideRecord('sys_user_grmember')
        member.addQuery('group', '=', recipient)
        member.addQuery('user.active', true)
        member.query()
        while (member.next()) found.push(member.getValue('user') ?? '')
        return found
    })
    return members ?? [recipient]
}

/** Raises the events of one notice and marks its row. */
function raise(
    { notice, recipients }: Addressed,
    { event, alone, run }: { event: string; alone: string[]; run: string }
): void {
    tryWrite(`Expiry notices: the status ${notice.row}`, () => {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        if (!row.get(notice.row)) return false
        const isDigested = alone.length < recipients.length
        for (const part of inParts(alone, isDigested))
            if (!raiseEvent(event, row, [part.join(','), String(notice.days)])) return false
        row.setValue('notice_days', notice.days)
        row.setValue('notice_end', toStored(notice.end))
        row.setValue('noticed', run)
        row.setValue('notice_to', recipients.join(',').slice(0, 1000))
        if (notice.days === 0 && notice.watched) {
            row.setValue('outcome', 'reauthorize')
            row.setValue('message', TOKEN_MESSAGES.ended)
        }
        row.setWorkflow(false)
        return row.update()
    })
}

/** Recipients by event; one event without any where there are none, so that scripts hear of it all the same. */
function inParts(recipients: string[], mayBeEmpty: boolean): string[][] {
    const parts: string[][] = []
    for (let at = 0; at < recipients.length; at += RECIPIENTS_PER_EVENT)
        parts.push(recipients.slice(at, at + RECIPIENTS_PER_EVENT))
    return parts.length === 0 && !mayBeEmpty ? [[]] : parts
}

function raiseDigests(
    addressed: Addressed[],
    { event, digests, run }: { event: string; digests: Set<string>; run: string }
): void {
    for (const recipient of digests) {
        const first = addressed.find(({ recipients }) => recipients.includes(recipient))
        const row = new GlideRecord('x_opfi_openfin_token_status')
        if (first && row.get(first.notice.row)) raiseEvent(event, row, [recipient, `digest ${run}`])
    }
}
