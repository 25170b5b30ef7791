import type { AnswerValue, Failure, ProgressNotice, RequestMessage } from '../protocol'
import { apiAddress } from './address'
import { expired, fail, refuse } from './fail'
import { readAnswer } from './read-answer'
import { freshTokens, renew } from './renewal'
import { isBusy, retrying, statusOf } from './retry'
import { send, type SendInit } from './send'
import { masker, type Session } from './session'

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
    const url = apiAddress(pins.instanceUrl, message.endpoint)
    const headers = new Headers(message.headers)
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
        return response.ok ? answer : fail('request', 'http', { ...answer, ...statusOf(response) })
    }
    return retrying(retry, (failure) => !call?.signal.aborted && mayPass(failure), attempts)
}

/** An answer that broke off has a status: the instance did its part. */
function mayPass(failure: Failure): boolean {
    return isBusy(failure) || (failure.code === 'network' && !failure.status)
}
