import type { Host, Plugin } from '../../core/plugin'
import { addAngular } from './angular'
import { basicAuthenticator, sessionAuthenticator } from './authenticators'
import { addCurrentUser } from './current-user'
import { cookieName } from './cookie-name'
import { addLogin } from './login'
import { addLogout } from './logout'
import { addOpenerPolicy } from './opener-policy'
import { schema } from './schema'
import { createSessions, DEFAULT_IDLE_MINUTES } from './sessions'

/** Sessions, the sign-in page, Basic authentication, and the SDK command line's sign-in. */
export const signInPlugin: Plugin = {
    name: 'sign-in',
    schema,
    register(host) {
        const sessions = createSessions({
            clock: host.clock,
            cookieName: () => cookieName('JSESSIONID', host.url()),
            idleMs: () => idleMinutes(host) * 60_000,
        })
        host.sessions = sessions
        host.authenticators.push(basicAuthenticator(host), sessionAuthenticator(host))
        addOpenerPolicy(host)
        addLogin(host)
        addLogout(host)
        addAngular(host)
        addCurrentUser(host)
        host.onReset(() => {
            sessions.clear()
        })
    },
}

function idleMinutes({ store }: Host): number {
    const minutes = Number(store.property('glide.ui.session_timeout'))
    return minutes > 0 ? minutes : DEFAULT_IDLE_MINUTES
}
