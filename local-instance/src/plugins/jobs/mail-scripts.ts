import type { Host } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import { eventBindings, type ProcessedEvent } from './event-context'
import { escapeHtml, type MessageContext } from './message-template'
import { runRowScript } from './row-script'
import { systemUser } from './system-user'

const TAG = /\$\{(\{?)\s*mail_script:([\w. -]{1,100}?)\s*\}?\}/g

/** Texts of a notification after its mail scripts have run. */
export interface ScriptedTexts {
    subject: string
    html: string
    text: string
    /** Inserts the printed texts last, so that the output of a script is not expanded again. */
    insert(text: string): string
}

/** Subject and messages of a notification. */
export interface MessageTexts {
    subject: string
    html: string
    text: string
}

/**
 * Runs the mail scripts (`sys_script_email`) that a notification's texts name as `${mail_script:name}` or,
 * sanitised, `${{mail_script:name}}`, and inserts their output. `template.print()`, `template.space()` and
 * `email.setSubject()`, `setBody()`, `setReplyTo()`, `setFrom()` and `addAddress()` are available; only
 * subject and body have an effect (DOCS r_MailScriptAPI, use-mail-scripts-email-notifications). `language` is
 * that of their session.
 */
export async function runMailScripts(
    host: Host,
    { row: action, texts, language }: { row: Row; texts: MessageTexts; language: string },
    event: ProcessedEvent,
    context: MessageContext
): Promise<ScriptedTexts> {
    const filled = { ...texts }
    const outputs: string[] = []
    for (const part of ['html', 'text'] as const) {
        for (const [tag, sanitised, name = ''] of filled[part].matchAll(TAG)) {
            const printed = await run(host, { action, name, language }, event, context)
            if (!printed) continue
            if (printed.subject !== undefined) filled.subject = printed.subject
            const output = sanitised ? escapeHtml(printed.output) : printed.output
            filled[part] =
                printed.body ?? filled[part].replace(tag, () => placeholder(outputs.push(output) - 1))
        }
    }
    return {
        ...filled,
        insert: (text) =>
            outputs.reduce((all, output, at) => all.replace(placeholder(at), () => output), text),
    }
}

const placeholder = (at: number) => `\u0000${at}\u0000`

interface Printed {
    output: string
    subject?: string
    body?: string
}

async function run(
    host: Host,
    { action, name, language }: { action: Row; name: string; language: string },
    event: ProcessedEvent,
    context: MessageContext
): Promise<Printed | undefined> {
    const script = /[\^\r\n]/.test(name) ? undefined : host.store.first('sys_script_email', `name=${name}`)
    if (!script?.['script']) {
        host.log.write('warn', `sysevent_email_action.${action['name']}`, `There is no mail script ${name}`)
        return undefined
    }
    const source = `
        var mailScriptOutput = { output: '' };
        var template = {
            print: function (text) { mailScriptOutput.output += String(text) },
            space: function (count) { for (var i = 0; i < (count || 1); i++) mailScriptOutput.output += ' ' },
        };
        var email = {
            setSubject: function (text) { mailScriptOutput.subject = String(text) },
            setBody: function (text) { mailScriptOutput.body = String(text) },
            setReplyTo: function () {}, setFrom: function () {}, addAddress: function () {},
        };
        var email_action = null;
        ${script['script']}
        ;JSON.stringify(mailScriptOutput)`
    const outcome = await runRowScript(
        host,
        {
            row: script,
            source,
            label: `sys_script_email.${name}`,
            user: systemUser(host),
            node: event.node,
            language,
            ...eventBindings(event.row, context),
        },
        event.totals
    )
    return outcome.error || !outcome.result ? undefined : (JSON.parse(outcome.result) as Printed)
}
