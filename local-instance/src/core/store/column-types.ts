/** Families of column types whose values behave alike. */
export type ColumnFamily =
    'text' | 'boolean' | 'integer' | 'decimal' | 'date' | 'datetime' | 'journal' | 'secret'

const FAMILIES: Record<string, ColumnFamily> = {
    boolean: 'boolean',
    integer: 'integer',
    longint: 'integer',
    long: 'integer',
    order_index: 'integer',
    decimal: 'decimal',
    float: 'decimal',
    percent_complete: 'decimal',
    currency: 'decimal',
    price: 'decimal',
    glide_date: 'date',
    glide_date_time: 'datetime',
    due_date: 'datetime',
    journal: 'journal',
    journal_input: 'journal',
    journal_list: 'journal',
    password: 'secret',
    password2: 'secret',
}

/** The family of a dictionary type (`sys_dictionary.internal_type`); unknown types are text. */
export function familyOf(type: string): ColumnFamily {
    return FAMILIES[type] ?? 'text'
}

/** A column's declaration in SQL. Text is compared case-insensitively, as on the platform. */
export function sqlType(type: string): string {
    const family = familyOf(type)
    if (family === 'boolean') return 'INTEGER DEFAULT 0'
    if (family === 'integer') return 'INTEGER'
    return 'TEXT COLLATE NOCASE'
}
