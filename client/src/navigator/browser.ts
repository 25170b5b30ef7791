import { AuthorizationError } from '../errors'
import type { AuthWindowOptions } from '../types/auth-window-options'
import { runAttempt } from './attempt'
import { CALLBACK_MESSAGE, channelName, type CallbackMessage } from './callback-message'
import type { Navigator } from './navigator'
import { isAnswer, registrationHint } from './read-callback'

/** How often the popup is looked at, in milliseconds. */
const LOOK_MS = 25

/** How long a browser may take to cut a popup off, in milliseconds. */
const INSTANT_MS = 2 * LOOK_MS

/** How long an answer may still be under way once the popup is gone, in milliseconds. */
const GRACE_MS = 600

/**
 * Signs in in a popup. Its addresses cannot be seen while it is at the instance; the callback page sends its own back,
 * by `postMessage` or, where the popup has lost its opener, over a BroadcastChannel that is named by the state.
 */
export const browserNavigator: Navigator = {
    prepare(windowOptions) {
        const popup = window.open('about:blank', '_blank', featuresOf(windowOptions))
        if (!popup)
            throw new AuthorizationError('The browser blocked the sign-in window', { code: 'popup_blocked' })
        const close = () => popup.close()
        return {
            authorize: (request) =>
                runAttempt(request, ({ disposer, read, fail }) => {
                    disposer.add(close)
                    const take = (message: CallbackMessage | undefined) => {
                        if (message?.type === CALLBACK_MESSAGE && typeof message.url === 'string')
                            read(message.url)
                    }
                    disposer.listen<MessageEvent>(window, 'message', ({ origin, source, data }) => {
                        if (origin === location.origin && source === popup) take(data)
                    })
                    const channel = new BroadcastChannel(channelName(request.state))
                    disposer.add(() => channel.close())
                    disposer.listen<MessageEvent>(channel, 'message', ({ data }) => take(data))
                    const watch = watchPopup(popup)
                    disposer.every(LOOK_MS, () => {
                        const { url, closed } = watch()
                        if (isAnswer(url, request)) read(url)
                        else if (closed) {
                            fail(
                                new AuthorizationError(
                                    `The sign-in window was closed. ${registrationHint(request.redirectUri)}`,
                                    { code: 'popup_closed' }
                                )
                            )
                        }
                    })
                    popup.location.replace(request.url)
                }).finally(close),
            close,
        }
    },
}

/**
 * Tells a popup that the user closed from one that only lost its opener, for which `closed` says the same: a page with
 * `Cross-Origin-Opener-Policy` cuts the two apart as soon as it is reached (HTML, cross-origin opener policies).
 */
function watchPopup(popup: Window): () => { url: string; closed: boolean } {
    let awaySince: number | undefined
    let goneSince: number | undefined
    let severed = false
    return () => {
        const now = performance.now()
        let url = ''
        try {
            // Readable until the instance's first page is there, which no policy can have cut off yet.
            url = popup.location.href
            if (popup.closed) return { url: '', closed: true }
        } catch {
            awaySince ??= now
            // A user does not close a window within an instant of its first page.
            if (popup.closed && now - awaySince <= INSTANT_MS) severed = true
        }
        if (!popup.closed || severed) return { url, closed: false }
        // Cut off later, by the pages of an identity provider or by the callback page: the popup has the focus then.
        goneSince ??= now
        return { url, closed: now - goneSince >= GRACE_MS && document.hasFocus() }
    }
}

function featuresOf({
    defaultWidth = 500,
    defaultHeight = 700,
    defaultLeft,
    defaultTop,
}: AuthWindowOptions = {}) {
    const left = defaultLeft ?? screenX + (outerWidth - defaultWidth) / 2
    const top = defaultTop ?? screenY + (outerHeight - defaultHeight) / 2
    return `popup,width=${defaultWidth},height=${defaultHeight},left=${left},top=${top}`
}
