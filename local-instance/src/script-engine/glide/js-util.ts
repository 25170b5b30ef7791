import type { GlideRecord } from './records/glide-record'
import { GlideStringUtil } from './system/glide-string-util'
import { toText } from './values'

/** The global script include JSUtil (c_JSUtilAPI). */
export const JSUtil = {
    /** True for anything but null and undefined. */
    has: (item: unknown): boolean => item !== null && item !== undefined,
    doesNotHave: (item: unknown): boolean => !JSUtil.has(item),
    /** True for null, undefined and the empty text. */
    nil: (item: unknown): boolean => !JSUtil.has(item) || toText(item) === '',
    notNil: (item: unknown): boolean => !JSUtil.nil(item),
    /** Strings are true if they are exactly `true`, numbers unless they are 0. */
    toBoolean(item: unknown): boolean {
        if (typeof item === 'string') return item === 'true'
        return typeof item === 'object' ? JSUtil.has(item) : Boolean(item)
    },
    getBooleanValue: (record: GlideRecord, field: string): boolean =>
        ['true', '1'].includes(toText(record.getValue(field))),
    /** The class of an object, such as `Array`, or the type of anything else. */
    type_of(value: unknown): string | null {
        if (value === null) return null
        if (typeof value !== 'object') return typeof value
        return Object.prototype.toString.call(value).slice(8, -1)
    },
    escapeText: (text: unknown): string =>
        toText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
    unescapeText: (text: unknown): string => GlideStringUtil.unEscapeHTML(text),
}

/** The global script include JSON, which predates the language's object of that name. */
export class LegacyJSON {
    encode(value: unknown): string {
        return JSON.stringify(value)
    }

    decode(text: unknown): unknown {
        return JSON.parse(toText(text)) as unknown
    }

    static parse(text: unknown): unknown {
        return JSON.parse(toText(text)) as unknown
    }

    static stringify(value: unknown): string {
        return JSON.stringify(value)
    }
}
