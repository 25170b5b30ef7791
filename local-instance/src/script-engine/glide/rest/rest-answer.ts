import type { RestScriptResponse } from '../../../core/script-host'
import { RequestError } from './request-error'
import { errorParts, type ErrorParts } from './service-errors'
import { toXml } from './xml'

/** Detail that the platform adds to the response of a failed script (observed). */
const CHECK_LOGS =
    'Check logs for error trace or enable glide.rest.debug property to verify REST request processing'

/** The response that a script has built. */
export interface AnswerDraft {
    status: number
    contentType: string | null
    headers: Record<string, string>
    /** Set by setBody(). */
    body: { value: unknown } | undefined
    /** Set by setError(). */
    error: unknown
    /** Text written to the stream; undefined if the stream was not used. */
    written: string | undefined
}

/** The response of a script that succeeded; `returned` is its return value. */
export function answerOf(draft: AnswerDraft, returned: unknown, accept: string): RestScriptResponse {
    if (draft.written !== undefined) {
        const { contentType, headers, status, written } = draft
        return { status, contentType, headers, body: written }
    }
    const error = errorParts(draft.error) ?? (draft.body ? undefined : errorParts(returned))
    if (error) return errorAnswer(draft, error)
    const value = draft.body ? draft.body.value : returned
    if (value === undefined) return { ...common(draft), contentType: draft.contentType, body: '' }
    const wanted = draft.contentType ?? accept
    if (/[/+]xml\b/.test(wanted))
        return { ...common(draft), contentType: wanted, body: toXml({ result: value }) }
    const contentType = /[/+]json\b/.test(wanted) ? wanted : 'application/json'
    return { ...common(draft), contentType, body: JSON.stringify({ result: value }) }
}

/** The response of a script that threw. */
export function failureOf(draft: AnswerDraft, thrown: unknown, message: string): RestScriptResponse {
    if (thrown instanceof RequestError)
        return errorAnswer(draft, { status: 400, message, detail: thrown.detail })
    return errorAnswer(draft, errorParts(thrown) ?? { status: 500, message, detail: CHECK_LOGS })
}

function errorAnswer(draft: AnswerDraft, { status, message, detail }: ErrorParts): RestScriptResponse {
    const body = JSON.stringify({ error: { message, detail }, status: 'failure' })
    return { headers: draft.headers, status, contentType: 'application/json', body }
}

function common({ headers, status }: AnswerDraft): { headers: Record<string, string>; status: number } {
    return { headers, status }
}
