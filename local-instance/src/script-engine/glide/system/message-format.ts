import { toText } from '../values'

/** Replaces the placeholders `{0}`, `{1}` … of a message; a placeholder without a value is kept. */
export function formatMessage(message: unknown, values: readonly unknown[]): string {
    const given = values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values
    return String(message).replace(/\{(\d+)\}/g, (place, index: string) =>
        Number(index) < given.length && given[Number(index)] !== undefined
            ? toText(given[Number(index)])
            : place
    )
}
