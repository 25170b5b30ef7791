import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import { contextOf, eventBindings, type ProcessedEvent } from './event-context'
import { runMailScripts, type MessageTexts, type ScriptedTexts } from './mail-scripts'
import { fillMessage, type MessageContext } from './message-template'
import { DEFAULT_LANGUAGE } from '../../core/messages'
import { recipientsOf, type Recipient } from './recipients'
import { isTrueOutcome, runRowScript } from './row-script'
import { systemUser } from './system-user'

/**
 * Writes the mails of an event: one per matching notification and recipient language, into `sys_email` with
 * type `send-ready`. Nothing is sent.
 */
export async function sendNotifications(host: Host, event: ProcessedEvent): Promise<void> {
    const context = contextOf(host, event.row)
    for (const action of actionsOf(host, context.event.name)) {
        if (!(await applies(host, action, event, context))) continue
        const recipients = recipientsOf(
            action,
            context,
            event.row['user_name'] ?? event.row['sys_created_by'] ?? ''
        )
        const texts = textsOf(host, action)
        for (const [language, addresses] of byLanguage(host, recipients)) {
            const scripted = await runMailScripts(host, { row: action, texts, language }, event, context)
            writeMail(host, action, context, { recipients: addresses, texts: scripted })
        }
        if (recipients.length === 0)
            host.log.write(
                'info',
                `sysevent_email_action.${action['name']}`,
                'The notification has no recipient'
            )
    }
}

/**
 * Addresses by mail language: a single one for all, unless notifications are translated (DOCS
 * enable-static-translation) and the session's language changes with the recipient (DOCS static-translation).
 */
function byLanguage({ store }: Host, recipients: Recipient[]): Map<string, string[]> {
    const name = 'glide.email.outbound.static_translation'
    const isTranslated =
        store.property(`${name}.enabled`) === 'true' &&
        store.property(`${name}.session.language.change.enabled`) !== 'false'
    const groups = new Map<string, string[]>()
    for (const { address, language } of recipients) {
        const key = isTranslated ? language : DEFAULT_LANGUAGE
        groups.set(key, [...(groups.get(key) ?? []), address])
    }
    return groups
}

function actionsOf({ store }: Host, eventName: string): Row[] {
    if (/[\^\r\n]/.test(eventName)) return []
    return store.query('sysevent_email_action', {
        query: `active=true^generation_type=event^event_name=${eventName}^ORDERBYorder`,
    })
}

async function applies(
    host: Host,
    action: Row,
    event: ProcessedEvent,
    context: MessageContext
): Promise<boolean> {
    const { record } = context
    if (action['condition'] && record) {
        const query = `sys_id=${record.row['sys_id'] ?? ''}^${action['condition']}`
        if (host.store.count(record.table, { query, unknownField: 'refuse' }) === 0) return false
    }
    const source = action['advanced_condition']
    if (!source) return true
    const outcome = await runRowScript(
        host,
        {
            row: action,
            source,
            label: `sysevent_email_action.${action['name']}`,
            user: systemUser(host),
            node: event.node,
            ...eventBindings(event.row, context),
        },
        event.totals
    )
    return isTrueOutcome(outcome)
}

/** Subject and messages of a notification, or of its template if it has none. */
function textsOf({ store }: Host, action: Row): MessageTexts {
    const template = action['template'] ? store.get('sysevent_email_template', action['template']) : undefined
    const pick = (name: string) => action[name] || template?.[name] || ''
    return {
        subject: pick('subject'),
        html: pick('message_html') || pick('message'),
        text: pick('message_text'),
    }
}

function writeMail(
    host: Host,
    action: Row,
    context: MessageContext,
    { recipients, texts }: { recipients: string[]; texts: ScriptedTexts }
): void {
    const { store } = host
    const { subject, html, text, insert } = texts
    const plain = action['content_type'] === 'text/plain'
    store.insert('sys_email', {
        type: 'send-ready',
        state: 'ready',
        mailbox: null,
        recipients: recipients.join(','),
        subject: fillMessage(subject, context, 'text').replace(/\s+/g, ' '),
        body: insert(
            plain ? fillMessage(text || html, context, 'text') : fillMessage(html || text, context, 'html')
        ),
        body_text: text ? insert(fillMessage(text, context, 'text')) : null,
        content_type: plain ? 'text/plain' : 'text/html',
        importance: action['importance'] ?? null,
        reply_to: action['reply_to'] ?? null,
        user: action['from'] ?? null,
        target_table: context.record?.table ?? null,
        instance: context.record?.row['sys_id'] ?? null,
        weight: action['weight'] ?? '0',
    })
}
