import { toText } from '../values'

const ENTITIES: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
}
const CHARACTERS: Record<string, string> = {
    ...Object.fromEntries(Object.entries(ENTITIES).map(([character, entity]) => [entity, character])),
    '&apos;': "'",
    '&#34;': '"',
    '&nbsp;': ' ',
}

/** String helpers (GlideStringUtilScopedAPI); the class has static methods only. */
export class GlideStringUtil {
    static dotToUnderBar(sourceString: unknown): string {
        return toText(sourceString).replace(/\./g, '_')
    }

    /** Puts a backslash before single and double quotes. */
    static escapeAllQuotes(sourceString: unknown): string {
        return toText(sourceString).replace(/(['"])/g, '\\$1')
    }

    static escapeHTML(htmlString: unknown): string {
        return toText(htmlString).replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
    }

    /** Doubles `^`, so that the text is a single value in an encoded query. */
    static escapeQueryTermSeparator(sourceString: unknown): string {
        return toText(sourceString).replace(/\^/g, '^^')
    }

    static escapeTicks(sourceString: unknown): string {
        return toText(sourceString).replace(/'/g, "\\'")
    }

    /** The digits of a text. */
    static getNumeric(sourceString: unknown): string {
        return toText(sourceString).replace(/\D/g, '')
    }

    static isBase64(sourceString: unknown): boolean {
        return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(toText(sourceString))
    }

    /** True for 32 hexadecimal digits and for `global`. */
    static isEligibleSysID(sourceString: unknown): boolean {
        return /^(?:[0-9a-f]{32}|global)$/i.test(toText(sourceString))
    }

    static newLinesToBreaks(sourceString: unknown): string {
        return toText(sourceString).replace(/\r\n|\r|\n/g, '<br/>')
    }

    static normalizeWhitespace(sourceString: unknown): string {
        return toText(sourceString).replace(/\s+/g, ' ')
    }

    static unEscapeHTML(htmlString: unknown): string {
        return toText(htmlString).replace(
            /&(?:amp|lt|gt|quot|apos|nbsp|#39|#34);/g,
            (entity) => CHARACTERS[entity] as string
        )
    }
}
