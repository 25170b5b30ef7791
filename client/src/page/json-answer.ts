import { isFailure } from '../envelope'
import { brokenAnswer } from './failure'
import { readJson } from './read-json'

/**
 * The value of a JSON answer of 2xx: its `result`, or all of it where it has none.
 * @throws ApiRequestError `http` with the instance's words where it reports a failure, also behind rows that it cut off
 * (they may be no JSON: the envelope then still ends the text); and where the text is no JSON
 */
export function jsonAnswer(text: string, status: number): unknown {
    let body = text
    let data: unknown
    try {
        data = JSON.parse(body)
    } catch {
        body = `{${text.slice(text.lastIndexOf('"error"'))}`
        data = readJson(body)
        if (!isFailure(data)) throw brokenAnswer(status, text, 'The answer is not valid JSON')
    }
    if (isFailure(data)) throw brokenAnswer(status, body)
    const { result = data } = Object(data) as { result?: unknown }
    return result
}
