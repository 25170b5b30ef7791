import type { FastifyReply, FastifyRequest } from 'fastify'
import { readQuery, single } from '../../core/http/form'
import type { Host } from '../../core/plugin'
import { html, type Html } from '../../core/ui/html'
import { INSTANCE_MARK } from '../../core/ui/marks'
import { sendPage } from '../../core/ui/send-page'

/**
 * Redirect targets that receive a code. They keep their URL and query, because clients watch the window for
 * that URL (OpenFin reads its window's URL): no redirect, no script, no link or referrer that would leak the
 * code.
 */
export function addLandingPages(host: Host): void {
    host.http.get('/oauth_redirect.do', (request, reply) => land(request, reply, () => closeIt))
    host.http.get('/sdk-oauth.do', (request, reply) => land(request, reply, codeToCopy))
}

function land(request: FastifyRequest, reply: FastifyReply, success: (code: string) => Html): FastifyReply {
    const query = readQuery(request) ?? new Map<string, string[]>()
    const code = single(query, 'code')
    const error = single(query, 'error')
    const outcome = error
        ? refused(error, single(query, 'error_description'))
        : code
          ? success(code)
          : nothing
    return sendPage(reply, 200, {
        title: error ? 'Not connected' : code ? 'Connected' : 'Nothing to do here',
        body: html`
            <div class="marks">${INSTANCE_MARK}</div>
            ${outcome}
        `,
    })
}

const closeIt = html`
    <h1>You are connected</h1>
    <p class="lead">The application continues automatically. You can close this window.</p>
`

const nothing = html`
    <h1>Nothing to do here</h1>
    <p class="lead">Applications use this page to complete a sign-in. You can close this window.</p>
`

function codeToCopy(code: string): Html {
    return html`
        <h1>Your authorization code</h1>
        <p class="lead" id="what">Copy this code and paste it into your terminal.</p>
        <output class="code" aria-describedby="what">${code}</output>
        <p class="small">The code can be used once and expires after one minute. Do not share it.</p>
    `
}

function refused(error: string, description: string): Html {
    return html`
        <h1>You are not connected</h1>
        <p class="lead">
            ${error === 'access_denied' ? 'The request was denied.' : description || 'The authorization request failed.'}
            You can close this window.
        </p>
        <p class="small">Reason: ${error}</p>
    `
}
