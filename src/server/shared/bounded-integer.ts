/** What an integer setting may be. */
export interface Bounds {
    byDefault: number
    min: number
    max: number
}

/** An integer setting from a property's text: the default where the text is no number, else the nearest allowed value. */
export function boundedInteger(text: unknown, { byDefault, min, max }: Bounds): number {
    const trimmed = String(text ?? '').trim()
    if (!/^-?\d+$/.test(trimmed)) return byDefault
    return Math.min(max, Math.max(min, Number(trimmed)))
}
