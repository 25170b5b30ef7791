import { AuthorizationError } from '../errors'
import type { AuthWindowOptions } from '../types/auth-window-options'
import { runAttempt } from './attempt'
import { CALLBACK_MESSAGE, channelName, type CallbackMessage } from './callback-message'
import type { Disposer } from './disposer'
import type { Navigator } from './navigator'
import { isAnswer, registrationHint } from './read-callback'

/** Interval in which the popup is checked, in milliseconds. */
const CHECK_MS = 5

/**
 * Maximum number of checks between a popup's first cross-origin page and the moment Chromium severs it.
 * Observed in Chromium 156 with up to eight busy processes on two cores: 1 to 6. A test that closes the popup
 * after its page is shown takes 15 or more.
 */
const MAX_CHECKS_UNTIL_SEVERED = 9

/** Maximum time between the end of a popup and the return of the focus to the app, in milliseconds. */
const TOGETHER_MS = 300

/** Time to wait for a response that is still on its way when the popup has gone, in milliseconds. */
const GRACE_MS = 600

/**
 * Signs in with a popup. The app cannot read the popup's URL while it is at the instance. The callback page
 * sends its own URL back by `postMessage` or, if the popup has lost its opener, over a BroadcastChannel that
 * is named by the state.
 */
export const browserNavigator: Navigator = {
    prepare(windowOptions) {
        let popup: Window | null = null
        try {
            popup = window.open('about:blank', '_blank', featuresOf(windowOptions))
        } catch {
            // Firefox throws in a sandboxed frame that does not allow popups.
        }
        if (!popup)
            throw new AuthorizationError('The browser blocked the sign-in window', { code: 'popup_blocked' })
        const close = () => popup.close()
        return {
            authorize: (request) =>
                runAttempt(request, ({ disposer, read, fail }) => {
                    const take = (message: CallbackMessage | undefined) => {
                        if (message?.type === CALLBACK_MESSAGE && typeof message.url === 'string')
                            read(message.url)
                    }
                    disposer.listen<MessageEvent>(window, 'message', ({ origin, source, data }) => {
                        if (origin === location.origin && source === popup) take(data)
                    })
                    try {
                        const channel = new BroadcastChannel(channelName(request.state))
                        disposer.defer(() => channel.close())
                        disposer.listen<MessageEvent>(channel, 'message', ({ data }) => take(data))
                    } catch {
                        // Blocked together with site data; `postMessage` still works.
                    }
                    const rejectAsClosed = () =>
                        fail(
                            new AuthorizationError(
                                `The sign-in window was closed. ${registrationHint(request.redirectUri)}`,
                                { code: 'popup_closed' }
                            )
                        )
                    // No page has loaded yet that could sever it, so the user closed it.
                    if (popup.closed) return rejectAsClosed()
                    const watch = watchPopup(popup, disposer)
                    disposer.poll(CHECK_MS, () => {
                        const { url, closed } = watch()
                        if (isAnswer(url, request)) read(url)
                        else if (closed) rejectAsClosed()
                    })
                    popup.location.replace(request.url)
                }).finally(close),
            close,
        }
    },
}

/**
 * Detects whether the user closed the popup. `closed` alone is not sufficient: it is also true once a page
 * with `Cross-Origin-Opener-Policy` has severed the popup from the app (HTML, "Cross-origin opener
 * policies"), and no other property of the popup differs in Chromium, Firefox or WebKit. The focus differs:
 * it returns to the app at the moment the user closes the window in front of it, but not when a page loads
 * there. A user who switches back to the app usually presses a pointer button in it. If in doubt, the popup
 * counts as open.
 *
 * Headless Chromium never takes the focus from the app. There, a popup counts as closed unless it was severed
 * with its first page, which Chromium does a few checks after the popup's URL has become unreadable.
 */
function watchPopup(popup: Window, disposer: Disposer): () => { url: string; closed: boolean } {
    let foreign = 0
    let gone: number | undefined
    // When the focus returned: undefined if the app never lost it, Infinity while it is away, -Infinity after
    // a press.
    let focused = document.hasFocus() ? undefined : Infinity
    disposer.listen(window, 'pointerdown', () => {
        focused = -Infinity
    })
    return () => {
        const now = performance.now()
        if (!document.hasFocus()) focused = Infinity
        else if (focused === Infinity) focused = now
        let url = ''
        try {
            url = popup.location.href
        } catch {
            if (!gone) foreign++
        }
        if (!popup.closed) return { url, closed: false }
        gone ??= now
        const byUser =
            focused === undefined
                ? 'userAgentData' in navigator && (!foreign || foreign > MAX_CHECKS_UNTIL_SEVERED)
                : Math.abs(gone - focused) <= TOGETHER_MS
        return { url, closed: byUser && now - gone >= GRACE_MS }
    }
}

function featuresOf({ defaultWidth = 500, defaultHeight = 700 }: AuthWindowOptions = {}) {
    const left = screenX + (outerWidth - defaultWidth) / 2
    const top = screenY + (outerHeight - defaultHeight) / 2
    return `popup,width=${defaultWidth},height=${defaultHeight},left=${left},top=${top}`
}
