import { ApiError } from 'openfin-servicenow-client'
import { byId } from './dom'

/** What people can do about it, by the error's code; the codes are stable. */
const ADVICE: Record<string, string> = {
    access_denied: 'You did not allow the access. Connect again to change your mind.',
    popup_blocked: 'The browser blocked the sign-in window. Allow windows for this page, then connect again.',
    popup_closed: 'The sign-in window was closed before the sign-in was finished.',
    timeout: 'That took too long. Please try again.',
    network:
        'The instance cannot be reached, or does not allow this page (CORS). Check the connection and try again.',
    session_expired: 'Your session has ended. Connect again.',
    disconnected: 'You are no longer connected.',
    worker_blocked: 'The browser did not start the worker that keeps your session safe.',
}

/** A failure in words: advice where there is some, else the server's own message, always as plain text. */
export function wordFailure(error: unknown): string {
    if (!(error instanceof ApiError)) return 'Something unexpected went wrong. Reload the page and try again.'
    const advice = ADVICE[error.code]
    if (advice) return advice
    const status = error.status === undefined ? '' : ` (status ${error.status})`
    return `${error.description ?? error.message}${status}`
}

/** Milliseconds that a passing notice stays. */
const NOTICE_MS = 6000
let ending: ReturnType<typeof setTimeout> | undefined

/** Says in passing what was done; a screen reader reads it out. */
export function notify(text: string): void {
    const status = byId('status', HTMLParagraphElement)
    // What lies outside of an open dialog is inert, and not read out.
    const place = document.querySelector('dialog[open]') ?? document.body
    if (status.parentElement !== place) place.append(status)
    status.textContent = text
    clearTimeout(ending)
    ending = setTimeout(() => (status.textContent = ''), NOTICE_MS)
}
