import type { AnswerValue, Failure, ProgressNotice, RequestMessage } from '../protocol'
import { apiAddress } from './address'
import { expired, fail, refuse } from './fail'
import { readAnswer } from './read-answer'
import { freshTokens, renew } from './renewal'
import { isBusy, retrying, statusOf } from './retry'
import { send, type SendInit } from './send'
import { masker, type Session } from './session'

const METHODS = /^(GET|POST|PUT|PATCH|DELETE)$/
/** Most attempts after a fault that a call may ask for. */
const MAX_RETRY = 10
const JSON_TEXT = 'application/json'

/** What belongs to one call. */
export interface Call {
    signal: AbortSignal
    notify(progress: ProgressNotice): void
}

/**
 * Calls the REST API with the session's bearer. A 401 brings one renewal and one more attempt; an answer of 2xx is
 * never asked for twice. No headers but the session's own say who asks, and no cookies go along.
 * @throws Failure `invalid_parameter`, `session_expired`, `network`, or `http` where an answer cannot be read
 */
export function callApi(session: Session, message: RequestMessage, call?: Call): Promise<AnswerValue> {
    const { pins } = session
    const { method, body, progress, retry } = message
    if (!METHODS.test(method)) refuse('method must be GET, POST, PUT, PATCH or DELETE')
    if (!(Number.isInteger(retry) && retry >= 0 && retry <= MAX_RETRY))
        refuse(`retry must be 0 to ${MAX_RETRY}`)
    const url = apiAddress(pins.instanceUrl, message.endpoint)
    const headers = new Headers({
        Accept: JSON_TEXT,
        ...message.headers,
        ...(message.suppress && { 'X-no-response-body': 'true' }),
    })
    if (!headers.has('content-type') && (typeof body === 'string' || (!body && /^P/.test(method)))) {
        headers.set('content-type', JSON_TEXT)
    }
    if (headers.has('authorization') || headers.has('cookie')) refuse()
    const mask = masker(session)
    const notify = progress ? call?.notify : undefined

    const attempt = (access: string) => {
        headers.set('authorization', `Bearer ${access}`)
        return send(url, { method, headers, body, signal: call?.signal, notify } as SendInit)
    }
    const attempts = async () => {
        const grant = await freshTokens(session)
        let response = await attempt(grant.access)
        if (response.status === 401) {
            void response.body?.cancel()
            if (session.grant === grant) await renew(session)
            response = await attempt((session.grant ?? expired()).access)
        }
        const answer = await readAnswer(response, message, { mask, notify })
        if (response.ok && isPage(answer, headers))
            return fail('request', 'http', { ...answer, message: 'The answer is a web page' })
        return response.ok ? answer : fail('request', 'http', { ...answer, ...statusOf(response) })
    }
    return retrying(retry, (failure) => !call?.signal.aborted && mayPass(failure), attempts)
}

/**
 * Whether an answer is a web page that nobody asked for: a sign-in or maintenance page with status 200 would be taken for
 * data otherwise.
 */
function isPage({ body, type = '' }: AnswerValue, sent: Headers): boolean {
    return /html/i.test(type) && !!body && typeof body === 'string' && !/html|\*/.test(sent.get('accept')!)
}

/** An answer that broke off has a status: the instance did its part. */
function mayPass(failure: Failure): boolean {
    return isBusy(failure) || (failure.code === 'network' && !failure.status)
}
