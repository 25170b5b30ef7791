import { isFailure } from '../envelope'
import { brokenAnswer } from './failure'
import { readJson } from './read-json'

/**
 * The value of a JSON answer of 2xx: its `result`, or the whole body without one.
 * @throws ApiRequestError `http` where the body reports a failure, with the instance's words, or is not valid JSON
 */
export function jsonAnswer(text: string, status: number): unknown {
    let body = text
    let data: unknown
    try {
        data = JSON.parse(body)
    } catch {
        // Rows that were cut off may leave invalid JSON before the envelope (ServiceNow/PySNC expects that, too).
        body = `{${text.slice(text.lastIndexOf('"error"'))}`
        data = readJson(body)
        if (!isFailure(data)) throw brokenAnswer(status, text, 'The answer is not valid JSON')
    }
    if (isFailure(data)) throw brokenAnswer(status, body)
    const { result = data } = Object(data) as { result?: unknown }
    return result
}
