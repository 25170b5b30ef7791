import { cloneMail } from './clone-mail'
import { digestMail } from './digest-mail'
import { renderMail, type Mail, type MailFormat } from './mail'
import { readFacts, type StatusRow } from './token-facts'
import { tokenMail } from './token-mail'

/** `template` of a mail script (DOCS r_MailScriptAPI). */
interface MailTemplate {
    print(text: string): void
}

/** `email` of a mail script (DOCS r_MailScriptAPI). */
interface Email {
    setSubject(subject: string): void
}

/** The event that a mail is about. */
interface MailEvent {
    name: unknown
    parm1: unknown
    parm2: unknown
}

/** Where a mail script writes. */
interface MailTarget {
    template: MailTemplate
    email: Email
    format: MailFormat
}

/**
 * Writes the mail of an event into a mail script's template, and sets its subject. `current` is the event's record: a
 * status row, except for the event of a copied instance.
 */
export function writeMail(current: StatusRow, event: MailEvent, target: MailTarget): void {
    const mail = mailOf(current, event)
    target.email.setSubject(mail.subject)
    target.template.print(renderMail(mail, target.format))
}

function mailOf(current: StatusRow, event: MailEvent): Mail {
    const suffix = String(event.name ?? '').replace('x_opfi_openfin.', '')
    if (suffix === 'cloned') return cloneMail()
    const [first = '', ...rest] = String(event.parm2 ?? '').split(' ')
    return first === 'digest'
        ? digestMail(suffix, { recipient: String(event.parm1 ?? ''), run: rest.join(' ') })
        : tokenMail(suffix, readFacts(current))
}
