import type { ColumnDefinition } from '../../core/store/types'

/** Options for deriving column definitions from a documented entity. */
export interface ColumnList {
    /** Column names, separated by spaces, as in entities.json. */
    names: string
    /** Target tables of references; a reference to a missing table is a plain sys_id. */
    references?: Record<string, string>
    /** Types of columns that cannot be derived from the name. */
    types?: Record<string, string>
    /** Further attributes of a column. */
    details?: Record<string, Partial<ColumnDefinition>>
}

const TYPES_BY_NAME: [RegExp, string][] = [
    [/^comments$|^work_notes$/, 'journal_input'],
    [/^comments_and_work_notes$/, 'journal_list'],
    [/(^|_)date_of_|(^|_)(birth|incorporated_on)$/, 'glide_date'],
    [/_(at|on|date|stc_date)$|^date_|_date_time$|^last_login_time$|^(follow_up|sla_due)$/, 'glide_date_time'],
    [/^(active|knowledge|made_sla|vip|locked_out|notify_\w+|is_\w+|has_\w+|auto_\w+)$/, 'boolean'],
    [/_(count|stc)$|^(order|priority|impact|urgency|severity|state|escalation)$/, 'integer'],
    [/_(list|users|groups)$/, 'glide_list'],
    [/_duration$/, 'glide_duration'],
    [/^(description|notes|close_notes|introduction|street)$|_notes$/, 'string'],
]

/**
 * Definitions of a documented entity's columns. The documentation lists only columns and references, so a
 * type that is not given is derived from the name (assumed, F-RECORD-6).
 */
export function columnList({
    names,
    references = {},
    types = {},
    details = {},
}: ColumnList): ColumnDefinition[] {
    return names
        .split(/\s+/)
        .filter((name) => name !== '')
        .map((name) => {
            const target = references[name]
            if (target) return { name, type: 'reference', reference: target, maxLength: 32, ...details[name] }
            const type = types[name] ?? TYPES_BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'string'
            return {
                name,
                type,
                ...(type === 'string' ? { maxLength: lengthOf(name) } : {}),
                ...details[name],
            }
        })
}

function lengthOf(name: string): number {
    if (name === 'short_description') return 160
    return /description|notes|remarks|comment|text|summary|cause|path|street|introduction/.test(name)
        ? 4000
        : 100
}
