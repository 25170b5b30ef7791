import { isFailure } from '../envelope'
import { parseJson } from '../json'
import { brokenAnswer } from './failure'

/**
 * The value of a JSON answer of 2xx: its `result`, or all of it where that is missing or empty.
 * @throws ApiRequestError `http` with the instance's words where it reports a failure, also behind rows that it cut off
 * (they may be no JSON: the envelope then still ends the text); and where the text is not JSON
 */
export function jsonAnswer(text: string, status: number): unknown {
    let body = text
    let data = parseJson(body)
    if (data === undefined) {
        body = `{${text.slice(text.lastIndexOf('"error"'))}`
        data = parseJson(body)
        if (!isFailure(data)) throw brokenAnswer(status, text, 'The answer is not valid JSON')
    }
    if (isFailure(data)) throw brokenAnswer(status, body)
    return (Object(data) as { result?: unknown }).result || data
}
