import type { RecordCursor } from './record-cursor'

const TERM = /^([a-z_][a-z0-9_]*)(SAMEAS|=)([\s\S]*)$/

/**
 * "Set field values" of a business rule: `priority=1^assigned_toSAMEASopened_by^EQ` (EXPLAIN businessrule-api
 * setFieldValue). Other operators are ignored with a warning.
 */
export function applyTemplate(cursor: RecordCursor, template: string): void {
    for (const part of template.split('^^').join('\0').split('^')) {
        const text = part.split('\0').join('^')
        if (text === '' || text === 'EQ') continue
        const [, name = '', operator, value = ''] = TERM.exec(text) ?? []
        if (operator === undefined) {
            cursor.host.warn(`Invalid value assignment in business rule: ${text}`)
        } else {
            cursor.set(name, operator === '=' ? value : cursor.value(value))
        }
    }
}
