import { ApiError } from 'openfin-servicenow-client'
import { byId } from './dom'

/** Advice to the user by error code; the codes are stable. */
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

/** Describes an error to the user: advice if there is any, otherwise the server's message, always as plain text. */
export function wordFailure(error: unknown): string {
    if (!(error instanceof ApiError)) return 'Something unexpected went wrong. Reload the page and try again.'
    const advice = ADVICE[error.code]
    if (advice) return advice
    const status = error.status === undefined ? '' : ` (status ${error.status})`
    return `${error.description ?? error.message}${status}`
}

/** Duration of a notice, in milliseconds. */
const NOTICE_MS = 6000
let ending: ReturnType<typeof setTimeout> | undefined

/** Shows a temporary notice, which screen readers announce. */
export function notify(text: string): void {
    const status = byId('status', HTMLParagraphElement)
    // Content outside of an open dialog is inert, and not announced.
    const place = document.querySelector('dialog[open]') ?? document.body
    if (status.parentElement !== place) place.append(status)
    status.textContent = text
    clearTimeout(ending)
    ending = setTimeout(() => (status.textContent = ''), NOTICE_MS)
}
