import type { Row } from './types'

/** Conditions on what a write changes (DOCS: operators available for filters and queries). */
const CHANGE = /^(NQ|OR)?([a-z_][a-z0-9_]*)(VALCHANGES|CHANGESFROM|CHANGESTO|CHANGES)([^]*)$/

/**
 * Replaces the change conditions of an encoded query with conditions that always or never match a stored row.
 * `before` is empty for a new record, in which every field with a value has changed.
 */
export function resolveChanges(query: string, { row, before }: { row: Row; before: Row }): string {
    if (!query.includes('CHANGES')) return query
    return query
        .split('^^')
        .join('\0')
        .split('^')
        .map((part) => {
            const [, word = '', name = '', operator, rest = ''] = CHANGE.exec(part) ?? []
            if (operator === undefined) return part
            const value = rest.split('\0').join('^')
            const [from, to] = [before[name] ?? '', row[name] ?? '']
            const holds =
                from !== to &&
                (operator === 'CHANGESFROM' ? from === value : operator !== 'CHANGESTO' || to === value)
            return `${word}sys_id${holds ? 'ISNOTEMPTY' : 'ISEMPTY'}`
        })
        .join('^')
        .split('\0')
        .join('^^')
}
