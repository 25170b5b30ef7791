import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Host } from '../../core/plugin'
import { secretsEqual } from '../../core/timing-safe-equal'
import { cookieName } from './cookie-name'

/** More sign-in forms than anybody keeps open; the cookies of older ones go, so that the header stays small. */
const LIMIT = 16
const OPTIONS = { path: '/login.do', httpOnly: true, sameSite: 'lax' } as const

/** Binds the tokens of sign-in forms to the browser that they were shown to. */
export interface FormTokens {
    /** Remembers in a cookie of its own that this browser was shown a form with this token. */
    remember(request: FastifyRequest, reply: FastifyReply, token: string): void
    /** Whether this browser was shown a form with this token. */
    knows(request: FastifyRequest, token: string): boolean
}

/**
 * A form's token is that of the session it was shown in. Two windows that open at once in a browser without a session
 * get one session each, and the second cookie replaces the first; a sign-in in one window changes the session's token
 * for all. The cookie of its own lets the other form be sent all the same, and a token of another browser is refused.
 */
export function createFormTokens(host: Host): FormTokens {
    const prefix = () => `${cookieName('SIGN_IN', host.url())}_`
    const nameOf = (token: string) => prefix() + token.slice(0, 8)
    const knows = ({ cookies }: FastifyRequest, token: string) =>
        /^[0-9a-f]{64}$/.test(token) && secretsEqual(cookies[nameOf(token)] ?? '', token)
    return {
        knows,
        remember(request, reply, token) {
            if (knows(request, token)) return
            // Browsers send the cookies of one path in the order of their making (RFC 6265 §5.4).
            const names = Object.keys(request.cookies).filter((name) => name.startsWith(prefix()))
            for (const name of names.slice(0, Math.max(0, names.length - LIMIT + 1))) {
                void reply.clearCookie(name, OPTIONS)
            }
            void reply.setCookie(nameOf(token), token, OPTIONS)
        },
    }
}
