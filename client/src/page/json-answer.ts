import { isFailure } from '../envelope'
import { parseJson } from '../json'
import { brokenAnswer } from './failure'

/**
 * The value of a 2xx JSON response: its `result`, or the complete JSON if there is no `result` or it is
 * empty.
 * @throws ApiRequestError `http` with the instance's message if the response reports a failure, even after
 * rows that it cut off (the text may then be invalid JSON that ends with the envelope), and for invalid JSON
 */
export function jsonAnswer(text: string, status: number): unknown {
    let body = text
    let data = parseJson(body)
    if (data === undefined) {
        body = `{${text.slice(text.lastIndexOf('"error"'))}`
        data = parseJson(body)
        if (!isFailure(data)) throw brokenAnswer(status, text, 'The response is not valid JSON')
    }
    if (isFailure(data)) throw brokenAnswer(status, body)
    return (Object(data) as { result?: unknown }).result || data
}
