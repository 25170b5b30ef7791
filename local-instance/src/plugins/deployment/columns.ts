import type { ColumnDefinition } from '../../core/store/types'

/** A text column; 255 characters by default. */
export function text(name: string, maxLength = 255, defaultValue?: string): ColumnDefinition {
    return { name, type: 'string', maxLength, ...(defaultValue === undefined ? {} : { defaultValue }) }
}

/** A boolean column. */
export function flag(name: string, defaultValue: 'true' | 'false' = 'false'): ColumnDefinition {
    return { name, type: 'boolean', defaultValue }
}

/** A column of whole numbers. */
export function whole(name: string, defaultValue?: string): ColumnDefinition {
    return { name, type: 'integer', ...(defaultValue === undefined ? {} : { defaultValue }) }
}

/** A column of date and time (UTC). */
export function moment(name: string): ColumnDefinition {
    return { name, type: 'glide_date_time' }
}

/** A reference to a record of a table. */
export function to(name: string, reference: string): ColumnDefinition {
    return { name, type: 'reference', reference, maxLength: 32 }
}

/** Several references, separated by commas. */
export function list(name: string, reference: string, maxLength = 5000): ColumnDefinition {
    return { name, type: 'glide_list', reference, maxLength }
}

/** A column of a special type, such as `script_plain`. */
export function typed(
    name: string,
    type: string,
    maxLength?: number,
    defaultValue?: string
): ColumnDefinition {
    return {
        name,
        type,
        ...(maxLength === undefined ? {} : { maxLength }),
        ...(defaultValue === undefined ? {} : { defaultValue }),
    }
}
