import { MASK, mask } from '../mask'

/** Maximum length of a text from the instance, in characters. */
const MAX_SHOWN = 300

/**
 * Text from the instance, safe to display and log: without the secrets of the request or anything that looks
 * like one, truncated at a character boundary, and in one line, because a line break could forge a log entry.
 */
export function plainText(text: string, secrets: readonly (string | undefined)[] = []): string {
    let masked = text.slice(0, MAX_SHOWN * 10)
    for (const secret of secrets) if (secret) masked = masked.replaceAll(secret, MASK)
    return mask(masked)
        .slice(0, MAX_SHOWN)
        .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
}
