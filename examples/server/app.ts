import fastifyCookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ApiError, createServiceNowAuth, type AuthStore } from 'openfin-servicenow-client/node'
import { listIncidents } from './incidents'
import { errorPage, listPage, welcomePage } from './pages'
import { STYLE } from './style'

/** Options of the app. */
export interface AppOptions {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
    /** Client id in the application registry, with the secret of a confidential client. */
    clientId: string
    clientSecret?: string | undefined
    /** Public origin of this app, such as `https://incidents.example.com`. */
    origin: string
    store?: AuthStore
}

/** Maximum pending sign-ins per browser; beyond that, the oldest fail. */
const MAX_SIGN_INS = 10

/**
 * A web app whose users sign in at the instance. The browser gets a session cookie with a random key, one cookie for each
 * pending sign-in, and never a token.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
    const { instanceUrl, origin } = options
    const auth = createServiceNowAuth({ ...options, redirectUri: `${origin}/callback` })
    const isSecure = origin.startsWith('https:')
    // Cookies ignore ports, so the name distinguishes apps on one machine; __Host- keeps other hosts from
    // setting it.
    const sessionCookie = isSecure ? '__Host-session' : `session-${new URL(origin).port}`
    // One for each sign-in, since several tabs may sign in at once.
    const stateCookie = isSecure ? '__Host-state-' : `state-${new URL(origin).port}-`
    const cookie = { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' } as const
    /** States of this browser's pending sign-ins, oldest first (RFC 6265, section 5.4). */
    const statesOf = ({ cookies }: FastifyRequest) =>
        Object.keys(cookies).flatMap((name) =>
            name.startsWith(stateCookie) ? [name.slice(stateCookie.length)] : []
        )

    const app = fastify({ forceCloseConnections: true })
    await app.register(fastifyCookie)
    // A form without fields still has a content type.
    app.addContentTypeParser('application/x-www-form-urlencoded', (_request, _body, done) => done(null))
    app.addHook('onRequest', async (request, reply) => {
        reply.headers({
            'cache-control': 'no-store',
            'content-security-policy':
                "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; " +
                "frame-ancestors 'none'; base-uri 'none'",
            // With no-referrer, browsers would omit the origin of form posts as well.
            'referrer-policy': 'same-origin',
            'x-content-type-options': 'nosniff',
        })
        // Prevent cross-site sign-out; browsers send the origin with every POST.
        if (request.method !== 'GET' && request.headers.origin !== origin) {
            await page(reply.code(403), errorPage('This form was not sent from this app.', 'foreign_origin'))
        }
    })
    app.setErrorHandler((error, _request, reply) => {
        if (!(error instanceof ApiError)) {
            app.log.error(error)
            return page(reply.code(500), errorPage('Internal error.', 'internal'))
        }
        if (error.code === 'session_expired') {
            reply.clearCookie(sessionCookie, cookie)
            return page(reply, welcomePage(instanceUrl, 'Your session has ended. Please sign in again.'))
        }
        return page(reply.code(502), errorPage(error.description ?? error.message, error.code))
    })

    app.get('/style.css', (_request, reply) => reply.type('text/css;charset=utf-8').send(STYLE))

    app.get('/', async (request: FastifyRequest<{ Querystring: Record<string, unknown> }>, reply) => {
        const key = request.cookies[sessionCookie]
        if (!key) return page(reply, welcomePage(instanceUrl))
        const { search, page: number } = request.query
        const query = { search: typeof search === 'string' ? search : '', page: Number(number) || 1 }
        return page(reply, listPage(await listIncidents(auth, key, query)))
    })

    app.get('/sign-in', async (request, reply) => {
        const url = await auth.authorizationUrl()
        const state = new URL(url).searchParams.get('state') ?? ''
        // More of them could exceed the header limit of requests.
        for (const old of statesOf(request).slice(0, 1 - MAX_SIGN_INS))
            reply.clearCookie(stateCookie + old, cookie)
        return reply.setCookie(stateCookie + state, 'begun', { ...cookie, maxAge: 600 }).redirect(url)
    })

    app.get('/callback', async (request: FastifyRequest<{ Querystring: { state?: unknown } }>, reply) => {
        const state = statesOf(request)
        const replaced = request.cookies[sessionCookie]
        try {
            const { key } = await auth.handleCallback(request.url, { state })
            reply.setCookie(sessionCookie, key, cookie)
        } catch (error) {
            // "Back" to a callback that was finished, or a reload of it, leads on; one of another browser is an error.
            const isOwn = replaced !== undefined || state.includes(String(request.query.state))
            if (!isOwn || (error as Partial<ApiError>).code !== 'state_mismatch') throw error
            return reply.redirect('/')
        }
        // Without its key in a cookie, the session's tokens could never be revoked at sign-out.
        if (replaced) await auth.revoke(replaced).catch((error: unknown) => app.log.warn(error))
        return reply.redirect('/')
    })

    app.post('/sign-out', async (request, reply) => {
        const key = request.cookies[sessionCookie]
        reply.clearCookie(sessionCookie, cookie)
        // Deleted here unconditionally; whether the instance confirmed the revocation is logged.
        if (key) await auth.revoke(key).catch((error: unknown) => app.log.warn(error))
        return reply.redirect('/', 303)
    })
    return app
}

function page(reply: FastifyReply, text: string): FastifyReply {
    return reply.type('text/html;charset=utf-8').send(text)
}
