/** Default and range of an integer setting. */
export interface Bounds {
    byDefault: number
    min: number
    max: number
}

/** Parses an integer setting: the default if the text is not an integer, otherwise the value clamped to the range. */
export function boundedInteger(text: unknown, { byDefault, min, max }: Bounds): number {
    const trimmed = String(text ?? '').trim()
    if (!/^-?\d+$/.test(trimmed)) return byDefault
    return Math.min(max, Math.max(min, Number(trimmed)))
}
