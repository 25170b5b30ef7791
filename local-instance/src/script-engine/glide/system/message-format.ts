import { toText } from '../values'

/** Puts values into the places `{0}`, `{1}` … of a message; a place without a value stays as it is. */
export function formatMessage(message: unknown, values: readonly unknown[]): string {
    const given = values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values
    return String(message).replace(/\{(\d+)\}/g, (place, index: string) =>
        Number(index) < given.length && given[Number(index)] !== undefined
            ? toText(given[Number(index)])
            : place
    )
}
