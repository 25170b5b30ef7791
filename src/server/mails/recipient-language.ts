import { gs } from '@servicenow/glide'
import { bestEffort } from '../shared/best-effort'
import { fillMessage, readMessage } from '../shared/token-messages'

/**
 * A text in the language of the mail's recipient: in a mail script the platform switches the session to that language where
 * the translation of notifications is on, and looks the text up in `sys_ui_message` (DOCS static-translation). Without a
 * translation it is the key, with its values.
 */
export function translate(key: string, ...values: string[]): string {
    const text = bestEffort(() => gs.getMessage(key, values))
    // A platform that finds nothing returns the key: filled in or not, or nothing at all.
    return text && String(text) !== key ? String(text) : fillMessage(key, ...values)
}

/** A message of a status row in the language of the recipient; as it is if it is not one of the app's own. */
export function translateMessage(text: string, withValue = (value: string) => value): string {
    const message = readMessage(text)
    return message === null ? text : translate(message.template, ...message.values.map(withValue))
}
