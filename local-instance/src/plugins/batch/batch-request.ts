import { TableApiError } from '../table-api/failure'

/** One request of a batch (DOCS batch-api `rest_requests`). */
export interface BatchItem {
    id: string
    method: string
    /** Relative path with the query. */
    url: string
    /** Names in lower case. */
    headers: Record<string, string>
    /** Decoded; undefined if there is none. */
    body: Buffer | undefined
    excludeResponseHeaders: boolean
}

/** Body of a Batch API request. */
export interface BatchRequest {
    id: string
    items: BatchItem[]
}

/**
 * Parses the body of a Batch API request.
 *
 * @throws TableApiError 400 if a required member is missing or has the wrong type
 */
export function readBatch(body: Buffer): BatchRequest {
    let value: unknown
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    } catch {
        throw refusal('The body is not valid JSON')
    }
    if (!isObject(value)) throw refusal('The body must be a JSON object')
    const requests = value['rest_requests']
    if (!Array.isArray(requests)) throw refusal('rest_requests is missing')
    const id = value['batch_request_id']
    return {
        id: typeof id === 'string' || typeof id === 'number' ? String(id) : '',
        items: requests.map((request: unknown) => readItem(request)),
    }
}

function readItem(value: unknown): BatchItem {
    if (!isObject(value)) throw refusal('A request of the batch must be an object')
    const text = (name: string): string => {
        const member = value[name]
        if (typeof member === 'string' && member !== '') return member
        throw refusal(`A request of the batch has no ${name}`)
    }
    const { body, headers = [] } = value
    if (!Array.isArray(headers)) throw refusal('headers must be a list')
    if (body !== undefined && body !== null && typeof body !== 'string')
        throw refusal('body must be a string')
    return {
        id: text('id'),
        method: text('method').toUpperCase(),
        url: text('url'),
        headers: Object.fromEntries(headers.map(readHeader)),
        body: typeof body === 'string' ? decode(body) : undefined,
        excludeResponseHeaders: value['exclude_response_headers'] === true,
    }
}

function readHeader(value: unknown): [name: string, value: string] {
    const { name, value: text } = isObject(value) ? value : {}
    const isValid = typeof name === 'string' && /^[\w!#$%&'*+.^`|~-]+$/.test(name)

    if (isValid && typeof text === 'string' && !/[^\t\x20-\x7e\x80-\xff]/.test(text)) {
        return [name.toLowerCase(), text]
    }
    throw refusal('A header must have a name and a value')
}

function decode(text: string): Buffer {
    const compact = text.replace(/\s+/g, '')
    if (compact.length % 4 === 1 || !/^[A-Za-z\d+/]*={0,2}$/.test(compact))
        throw refusal('body is not valid Base64')
    return Buffer.from(compact, 'base64')
}

function refusal(detail: string): TableApiError {
    return new TableApiError(400, 'Exception while reading request', detail)
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
}
