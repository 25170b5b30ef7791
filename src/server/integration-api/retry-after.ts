/** Maximum wait that is passed on, in seconds. */
const MAX_WAIT_S = 3600
/** The only date format that servers may send (RFC 9110 §5.6.7); Date.parse alone accepts nearly any text. */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * Parses the header Retry-After (RFC 9110 §10.2.3): seconds, or a date.
 *
 * @param header value of the header
 * @param now ms since 1970
 * @returns 1 to 3,600 seconds; null if the header is missing or invalid
 */
export function retryAfterSeconds(header: unknown, now: number): number | null {
    const text = String(header ?? '').trim()
    const seconds = IMF_FIXDATE.test(text)
        ? (Date.parse(text) - now) / 1000
        : /^\d+(\.\d+)?$/.test(text)
          ? Number(text)
          : NaN
    return Number.isNaN(seconds) ? null : Math.min(MAX_WAIT_S, Math.max(1, Math.ceil(seconds)))
}
