import { CALLBACK_MESSAGE, channelName } from '../navigator/callback-message'

// Imported for its effect by the page that an app registers as its callback: hands the address to the window that
// opened this one, then closes it.
const { href, origin, pathname, search } = location
// The code must not stay in the history, nor be sent on as a referrer.
history.replaceState(null, '', pathname)
const message = { type: CALLBACK_MESSAGE, url: href }
const state = new URLSearchParams(search).get('state')
;(window.opener as Window | null)?.postMessage(message, origin)
if (state) new BroadcastChannel(channelName(state)).postMessage(message)
setTimeout(close, 200)
setTimeout(() => {
    document.body.textContent =
        'Close this window and return to the app; if it is not signed in there, connect again from the app.'
}, 1000)
