import { CALLBACK_MESSAGE, channelName } from '../navigator/callback-message'

// Imported for its effect by the page that an app registers as its callback: hands the address to the window that
// opened this one, then closes it. Where a server renders the page there is nothing to hand over.
if (typeof document !== 'undefined') {
    const { href, origin, pathname, search } = location
    const message = { type: CALLBACK_MESSAGE, url: href }
    const state = new URLSearchParams(search).get('state')
    // The answer first, and by each way on its own: browsers and pages may refuse any of these.
    attempt(() => (window.opener as Window | null)?.postMessage(message, origin))
    attempt(() => state && new BroadcastChannel(channelName(state)).postMessage(message))
    // The code must not stay in the history, nor be sent on as a referrer. Complete, since a path alone is relative to a
    // `<base>`, and one that begins with `//` is a host.
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
        // The other steps do without.
    }
}
