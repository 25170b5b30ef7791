import fastifyCookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ApiError, createServiceNowAuth, type AuthStore } from 'openfin-servicenow-client/node'
import { listIncidents } from './incidents'
import { errorPage, listPage, welcomePage } from './pages'
import { STYLE } from './style'

/** What the app is started with. */
export interface AppOptions {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
    /** Of the application registry, with its secret where it is confidential. */
    clientId: string
    clientSecret?: string | undefined
    /** Where browsers reach this app, such as `https://incidents.example.com`. */
    origin: string
    store?: AuthStore
}

/**
 * A web app whose users are those of the instance. The browser gets one cookie with a random key, and never a
 * token.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
    const { instanceUrl, origin } = options
    const auth = createServiceNowAuth({ ...options, redirectUri: `${origin}/callback` })
    const isSecure = origin.startsWith('https:')
    // Cookies know no ports, so the name tells apps on one machine apart; __Host- keeps other hosts from
    // setting it.
    const sessionCookie = isSecure ? '__Host-session' : `session-${new URL(origin).port}`
    const stateCookie = isSecure ? '__Host-state' : `state-${new URL(origin).port}`
    const cookie = { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' } as const

    const app = fastify({ forceCloseConnections: true })
    await app.register(fastifyCookie)
    // A form without fields still has a type.
    app.addContentTypeParser('application/x-www-form-urlencoded', (_request, _body, done) => done(null))
    app.addHook('onRequest', async (request, reply) => {
        reply.headers({
            'cache-control': 'no-store',
            'content-security-policy':
                "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; " +
                "frame-ancestors 'none'; base-uri 'none'",
            // Without any referrer, browsers would not name the origin of a form either.
            'referrer-policy': 'same-origin',
            'x-content-type-options': 'nosniff',
        })
        // Another site's page must not sign anybody out; browsers name the origin with every POST.
        if (request.method !== 'GET' && request.headers.origin !== origin) {
            await page(reply.code(403), errorPage('This form is not from this app.', 'foreign_origin'))
        }
    })
    app.setErrorHandler((error, _request, reply) => {
        if (!(error instanceof ApiError)) {
            app.log.error(error)
            return page(reply.code(500), errorPage('The app has a fault.', 'internal'))
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

    app.get('/sign-in', async (_request, reply) => {
        const url = await auth.authorizationUrl()
        const state = new URL(url).searchParams.get('state') ?? ''
        return reply.setCookie(stateCookie, state, { ...cookie, maxAge: 600 }).redirect(url)
    })

    app.get('/callback', async (request, reply) => {
        const { key } = await auth.handleCallback(request.url, { state: request.cookies[stateCookie] })
        return reply.clearCookie(stateCookie, cookie).setCookie(sessionCookie, key, cookie).redirect('/')
    })

    app.post('/sign-out', async (request, reply) => {
        const key = request.cookies[sessionCookie]
        reply.clearCookie(sessionCookie, cookie)
        // Forgotten here in any case; whether the instance confirmed is for the log.
        if (key) await auth.revoke(key).catch((error: unknown) => app.log.warn(error))
        return reply.redirect('/', 303)
    })
    return app
}

function page(reply: FastifyReply, text: string): FastifyReply {
    return reply.type('text/html;charset=utf-8').send(text)
}
