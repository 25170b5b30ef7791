import type { ColumnDefinition } from '../../core/store/types'

/** Shorthands for column definitions. */
export const text = (
    name: string,
    maxLength = 40,
    more: Partial<ColumnDefinition> = {}
): ColumnDefinition => ({
    name,
    type: 'string',
    maxLength,
    ...more,
})

export const flag = (name: string, defaultValue: 'true' | 'false' = 'false'): ColumnDefinition => ({
    name,
    type: 'boolean',
    defaultValue,
})

export const integer = (name: string, more: Partial<ColumnDefinition> = {}): ColumnDefinition => ({
    name,
    type: 'integer',
    ...more,
})

export const reference = (
    name: string,
    table: string,
    more: Partial<ColumnDefinition> = {}
): ColumnDefinition => ({
    name,
    type: 'reference',
    reference: table,
    maxLength: 32,
    ...more,
})

export const typed = (
    name: string,
    type: string,
    more: Partial<ColumnDefinition> = {}
): ColumnDefinition => ({
    name,
    type,
    ...more,
})
