import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Host, Plugin } from '../../core/plugin'
import type { Row } from '../../core/store/types'
import { html } from '../../core/ui/html'
import { INSTANCE_MARK } from '../../core/ui/marks'
import { sendPage } from '../../core/ui/send-page'
import { addAssets } from './assets'
import { JellyError, renderJelly } from './jelly'
import { createMessages, languageOf } from '../../core/messages'
import { mayOpen } from './page-access'
import { recordPage } from './record-pages'
import { schema } from './schema'

/**
 * UI pages of deployed apps at `/<name>.do`, with their scripts and messages, and plain pages to view
 * records.
 */
export const uiPagesPlugin: Plugin = {
    name: 'ui-pages',
    schema,
    register(host) {
        addAssets(host)
        host.http.get('/:endpoint(^[a-z0-9_]+\\.do$)', (request, reply) => serve(host, request, reply))
    },
}

function serve(host: Host, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { endpoint } = request.params as { endpoint: string }
    const page = host.store.first('sys_ui_page', `endpoint=${endpoint}`)
    const session = host.sessions.of(request)
    const user = session?.userId ? host.principalOf(session.userId, 'session') : undefined
    if (!page) return (user && recordPage(host, user, { request, reply })) ?? notFound(reply)
    if (!session || !user) {
        return reply
            .header('Cache-Control', 'no-store')
            .redirect(`/login.do?sysparm_goto_url=${encodeURIComponent(request.url)}`)
    }
    if (!mayOpen(host.store, user, endpoint)) return sendPage(reply, 403, FORBIDDEN)
    if (page['direct'] !== '1') {
        host.log.write('error', 'UI page', `${endpoint}: only direct pages are supported`)
        return sendPage(reply, 500, FAILED)
    }
    try {
        const text = render(host, page, { csrfToken: session.csrfToken, userId: user.userId })
        return reply
            .header('Cache-Control', 'no-cache,no-store,must-revalidate,max-age=-1')
            .header('X-Frame-Options', 'SAMEORIGIN')
            .type('text/html;charset=UTF-8')
            .send(text)
    } catch (error) {
        if (!(error instanceof JellyError)) throw error
        host.log.write('error', 'UI page', `${endpoint}: ${error.message}`)
        return sendPage(reply, 500, FAILED)
    }
}

function notFound(reply: FastifyReply): FastifyReply {
    reply.callNotFound()
    return reply
}

function render(
    { store }: Host,
    page: Row,
    { csrfToken, userId }: { csrfToken: string; userId: string }
): string {
    const language = languageOf(store, userId)
    const lookups = new Map<string, (key: string) => string>()
    return renderJelly(page['html'] ?? '', {
        csrfToken,
        language,
        flushTimestamp: String(store.metadataVersion()),
        message(scope, key) {
            const lookup = lookups.get(scope) ?? createMessages(store, scope, language)
            lookups.set(scope, lookup)
            return lookup(key)
        },
    })
}

const FORBIDDEN = {
    title: 'Not authorized',
    body: html`
        <div class="marks">${INSTANCE_MARK}</div>
        <h1>You are not authorized to open this page</h1>
        <p class="lead">Ask your administrator for the role that this page requires.</p>
        <p><a class="button wide" href="/">To the start page</a></p>
    `,
}

const FAILED = {
    title: 'Page failed',
    body: html`
        <div class="marks">${INSTANCE_MARK}</div>
        <h1>This page cannot be shown</h1>
        <p class="lead">The reason is in the log of the local instance.</p>
    `,
}
