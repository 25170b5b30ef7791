import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Host } from '../../core/plugin'
import { secretsEqual } from '../../core/timing-safe-equal'
import { cookieName } from './cookie-name'

/** Maximum number of open sign-in forms; the cookies of older ones are deleted to keep the header small. */
const LIMIT = 16
const OPTIONS = { path: '/login.do', httpOnly: true, sameSite: 'lax' } as const

/** Binds the tokens of sign-in forms to the browser that received them. */
export interface FormTokens {
    /** Stores the form's token in a separate cookie of this browser. */
    remember(request: FastifyRequest, reply: FastifyReply, token: string): void
    /** Whether this browser received a form with this token. */
    knows(request: FastifyRequest, token: string): boolean
}

/**
 * A form carries the token of its session. Two windows that open at once in a browser without a session get
 * one session each, and the second cookie replaces the first; a sign-in in one window changes the session's
 * token for all. The separate cookie keeps the other form valid, and a token of another browser is still
 * rejected.
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
            // Browsers send the cookies of one path in creation order (RFC 6265 §5.4).
            const names = Object.keys(request.cookies).filter((name) => name.startsWith(prefix()))
            for (const name of names.slice(0, Math.max(0, names.length - LIMIT + 1))) {
                void reply.clearCookie(name, OPTIONS)
            }
            void reply.setCookie(nameOf(token), token, OPTIONS)
        },
    }
}
