declare global {
    interface Window {
        /** Messages of the page in the user's language, which `now-sdk build` has the platform fill in. */
        __TRANSLATIONS__?: Record<string, string>
    }
}

/**
 * The message for a key, in the user's language. Keys are the English texts; the build collects those that are given as
 * literals. `%1`, `%2` … are replaced by values: the build writes keys into an expression that braces would end.
 */
export function t(key: string, ...values: readonly (string | number)[]): string {
    const text = window.__TRANSLATIONS__?.[key] ?? key
    return text.replace(/%([1-9])/g, (place, index: string) => String(values[Number(index) - 1] ?? place))
}
