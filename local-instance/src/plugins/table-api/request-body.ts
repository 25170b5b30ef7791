import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { syntaxOf } from '../../core/rest/media-types'
import { TableApiError } from './failure'

/** A field value sent by the caller; objects and lists are invalid. */
export type Input = Map<string, string>

/**
 * Name-value pairs of a body in JSON or XML. Of several records only the first one is used (DOCS c_RESTAPI).
 *
 * @throws TableApiError 400 for a body that cannot be parsed or contains an invalid value.
 */
export function readBody(body: Buffer, type: string): Input {
    const text = decode(body)
    const record = syntaxOf(type) === 'xml' ? fromXml(text) : fromJson(text)
    const input: Input = new Map()
    for (const [name, value] of Object.entries(record)) {
        if (typeof value === 'object' && value !== null) {
            throw unreadable(`The value of ${name.slice(0, 80)} must be a string, number, boolean or null`)
        }
        input.set(name, value === null || value === undefined ? '' : String(value))
    }
    return input
}

function decode(body: Buffer): string {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(body)
    } catch {
        throw unreadable('The body is not valid UTF-8')
    }
}

function fromJson(text: string): object {
    let value: unknown
    try {
        value = JSON.parse(text)
    } catch {
        throw unreadable('The body is not valid JSON')
    }
    const record: unknown = Array.isArray(value) ? value[0] : value
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
        throw unreadable('The body must be a JSON object of field names and values')
    }
    return record
}

/** `<request><entry><short_description>…</short_description></entry></request>`, with or without `entry`. */
function fromXml(text: string): object {
    // A document type could declare recursive or external entities; no API body needs one.
    if (/<!(DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) {
        throw unreadable('The body is not valid XML')
    }
    const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: false })
    const { '?xml': _, ...document } = parser.parse(text) as Record<string, unknown>
    const root = Object.values(document)[0]
    const record: unknown = isObject(root) && 'entry' in root ? first(root['entry']) : root
    if (!isObject(record)) throw unreadable('The body contains no record')
    const { '#text': _text, ...fields } = record
    return fields
}

function first(value: unknown): unknown {
    return Array.isArray(value) ? value[0] : value
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unreadable(detail: string): TableApiError {
    return new TableApiError(400, 'Exception while reading request', detail)
}
