import { CALLBACK_MESSAGE, channelName } from '../navigator/callback-message'

// The page that an app registers as its callback imports this module for its side effect: it passes the URL
// to the window that opened it, then closes itself. On a server (server-side rendering) it does nothing.
if (typeof document !== 'undefined') {
    const { href, origin, pathname, search } = location
    const message = { type: CALLBACK_MESSAGE, url: href }
    const state = new URLSearchParams(search).get('state')
    // The response comes first, by each channel independently, because browsers and pages may block any of
    // them.
    attempt(() => (window.opener as Window | null)?.postMessage(message, origin))
    attempt(() => state && new BroadcastChannel(channelName(state)).postMessage(message))
    // Removes the code from the history and from the referrer. The URL is absolute, because a path is
    // relative to `<base>`, and one that starts with `//` is a host.
    attempt(() => history.replaceState(null, '', origin + pathname))
    setTimeout(() => window.close(), 200)
    setTimeout(() => {
        document.body.textContent =
            'Close this window and return to the app; if it is not signed in there, connect again from the app.'
    }, 1000)
}

function attempt(step: () => unknown): void {
    try {
        step()
    } catch {
        // The remaining steps still run.
    }
}
