import type { AnswerValue, Failure, ProgressNotice, RequestMessage } from '../protocol'
import { apiAddress } from './address'
import { expired, fail, refuse } from './fail'
import { readAnswer } from './read-answer'
import { freshTokens, renew } from './renewal'
import { isBusy, withRetry, statusOf } from './retry'
import { send, type SendInit } from './send'
import { masker, type Session } from './session'

const METHODS = /^(GET|POST|PUT|PATCH|DELETE)$/
/** Maximum `retry` of a call. */
const MAX_RETRY = 10
const JSON_TEXT = 'application/json'

/** A call as sent by the page. */
export type ApiCall = Omit<RequestMessage, 'type'>

/** Cancellation and progress of one call. */
export interface Call {
    signal: AbortSignal
    notify(progress: ProgressNotice): void
}

/**
 * Calls the REST API with the session's access token. A 401 causes one renewal and one more attempt; a 2xx
 * response is never requested again. Only the session's own headers identify the user, and no cookies are
 * sent.
 * @throws Failure `invalid_parameter`, `session_expired`, `network`, or `http` for a response that cannot be
 * read
 */
export function callApi(session: Session, message: ApiCall, call?: Call): Promise<AnswerValue> {
    const { pins } = session
    const { method, body, progress, retry } = message
    if (!METHODS.test(method)) refuse('method is not allowed')
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
            return fail('request', 'http', { ...answer, message: 'The response is a web page' })
        return response.ok ? answer : fail('request', 'http', { ...answer, ...statusOf(response) })
    }
    return withRetry(retry, (failure) => !call?.signal.aborted && isTemporary(failure), attempts)
}

/**
 * Whether a response is a web page that `Accept` does not allow: a sign-in or maintenance page with status
 * 200 must not be taken for data.
 */
function isPage({ body, type = '' }: AnswerValue, sent: Headers): boolean {
    return /html/i.test(type) && !!body && typeof body === 'string' && !/html|\*/.test(sent.get('accept')!)
}

/** A response that broke off has a status: the instance has executed the request. */
function isTemporary(failure: Failure): boolean {
    return isBusy(failure) || (failure.code === 'network' && !failure.status)
}
