import { MASK, mask } from '../mask'

/** Longest text of an instance that is shown, in characters. */
const MAX_SHOWN = 300

/**
 * Text of an instance as it may be shown and logged: without the secrets of the request or anything that
 * looks like one, cut to length but not inside a character, and in one line, since a line break would
 * forge a line of a log.
 */
export function plainText(text: string, secrets: readonly (string | undefined)[] = []): string {
    let masked = text.slice(0, MAX_SHOWN * 10)
    for (const secret of secrets) if (secret) masked = masked.replaceAll(secret, MASK)
    return mask(masked)
        .slice(0, MAX_SHOWN)
        .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
}
