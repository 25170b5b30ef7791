import { checkHeaders } from '../check-headers'
import { ApiRequestError, ParameterError } from '../errors'
import type { ApiRequestOptions } from '../types/connection'
import { recordOf } from '../page/headers'
import type { RawAnswer } from '../page/raw-call'
import { originOf, senderOf, type Connection } from './sender-of'

/** Options for reading a list. */
export interface PagesOptions extends Pick<ApiRequestOptions, 'headers' | 'signal' | 'retry'> {
    /** Records per page; default: `sysparm_limit` of the endpoint, or 100. */
    pageSize?: number
    /** Time limit of each page in milliseconds; default: none. */
    timeoutMs?: number
}

/** A page of a list. */
export interface Page<T> {
    /** Records of this page; fewer than the page size if the user may not read some of them. */
    records: T[]
    /** Number of records before this page. */
    offset: number
    /**
     * Number of records that match the query, including those that the user may not read; undefined if the
     * instance does not report it.
     */
    total: number | undefined
}

const OFFSET = 'sysparm_offset'
const LIMIT = 'sysparm_limit'

/**
 * Reads a list page by page, on demand: by the instance's `Link` headers if the page may read them (the CORS
 * rule exposes `Link` and `X-Total-Count`), else by `sysparm_offset`. Sort the query; otherwise records may
 * be returned twice or skipped when others are inserted or deleted meanwhile.
 *
 * @example
 * for await (const { records } of pages<Incident>(connection, '/api/now/table/incident?sysparm_query=ORDERBYnumber')) {
 *     show(records)
 * }
 * @param endpoint path of a list, such as the Table API's
 * @throws ParameterError before the first page; later what `executeApiRequest` throws
 */
export function pages<T = unknown>(
    connection: Connection,
    endpoint: string,
    options: PagesOptions = {}
): AsyncGenerator<Page<T>, void, undefined> {
    const send = senderOf(connection)
    const { pageSize, headers, signal, retry, timeoutMs } = options
    const url = addressOf(endpoint, connection)
    const limit = pageSize ?? (Number(url.searchParams.get(LIMIT)) || 100)
    if (!Number.isInteger(limit) || limit < 1) throw new ParameterError('pageSize must be a positive integer')
    checkHeaders(recordOf(headers))
    const first = Number(url.searchParams.get(OFFSET)) || 0

    async function* read(): AsyncGenerator<Page<T>, void, undefined> {
        let next = at(url, first, limit)
        // State after the last page: the total, and whether a `Link` header announced another page.
        let total: number | undefined
        let isPromised = false
        for (let offset = first; ;) {
            const response = await send({
                endpoint: next.href,
                retry: retry ?? 2,
                ...(headers && { headers }),
                signal,
                timeoutMs,
            }).catch((error: unknown) => {
                const isEnd = offset > first && (total !== undefined || !isPromised) && isEmptyPage(error)
                return isEnd ? EMPTY : Promise.reject(error)
            })
            const records = listOf<T>(response)
            const end = offset + records.length
            total = totalOf(response) ?? total
            // A total below the number of records read is wrong, and must not end the list.
            if (total! < end) total = undefined
            if (records.length > 0 || offset === first) yield { records, offset, total }
            const search = nextSearch(response)
            isPromised = search !== undefined
            if (search !== undefined) {
                const following = Number(new URLSearchParams(search).get(OFFSET))
                if (!(following > offset && following <= Math.max(end, offset + limit))) {
                    const message = 'The Link header does not lead to the next page'
                    throw new ApiRequestError(message, { status: response.status })
                }
                offset = following
                next = new URL(url)
                next.search = search
            } else {
                offset += limit
                // Rows that the user may not read count towards the limit, so a short page is not necessarily
                // the last one.
                const isLast =
                    total === undefined ? records.length === 0 || response.headers['link'] : offset >= total
                if (isLast) return
                next = at(url, offset, limit)
            }
        }
    }
    return read()
}

/**
 * Reads a list record by record, fetching pages as needed; see {@link pages}.
 *
 * @example
 * for await (const incident of records<Incident>(connection, '/api/now/table/incident')) show(incident)
 */
export async function* records<T = unknown>(
    connection: Connection,
    endpoint: string,
    options?: PagesOptions
): AsyncGenerator<T, void, undefined> {
    for await (const page of pages<T>(connection, endpoint, options)) yield* page.records
}

function addressOf(endpoint: unknown, connection: Connection): URL {
    try {
        if (typeof endpoint === 'string') return new URL(endpoint, originOf(connection))
    } catch {
        // Reported below.
    }
    throw new ParameterError('endpoint must be a path')
}

function at(url: URL, offset: number, limit: number): URL {
    const page = new URL(url)
    page.searchParams.set(LIMIT, String(limit))
    page.searchParams.set(OFFSET, String(offset))
    return page
}

/** An empty page, for which version 1 of the Table API returns 404 (ServiceNow documentation, c_TableAPI). */
const EMPTY: RawAnswer = { status: 404, data: [], headers: {} }

function isEmptyPage(error: unknown): boolean {
    return error instanceof ApiRequestError && error.status === 404 && /no record/i.test(error.message)
}

/**
 * The records of a response.
 * @throws ApiRequestError if the response is not a list, such as a 202 without a body, or if the instance cut
 * it off: it then contains an empty string in place of a record (ansible-collections/servicenow.itsm pull
 * request 521)
 */
function listOf<T>({ data, status }: RawAnswer): T[] {
    if (!Array.isArray(data)) throw new ApiRequestError('The response is not a list', { status })
    if (data.includes('') && data.every((one) => one === '' || typeof one === 'object'))
        throw new ApiRequestError('The instance truncated the list', { status })
    return data as T[]
}

function totalOf({ headers }: RawAnswer): number | undefined {
    const total = headers['x-total-count']
    return total && /^\d+$/.test(total) ? Number(total) : undefined
}

/**
 * The query string of the next page's URL (RFC 8288, section 3); the host is ignored, since it may be another
 * name of the instance. Undefined on the last page, and if the header is not exposed.
 */
function nextSearch({ headers }: RawAnswer): string | undefined {
    const [, link] = /<([^>]*)>[^<]*;\s*rel="?next"?/.exec(headers['link'] ?? '') ?? []
    return link?.replace(/^[^?]*|#.*/g, '')
}
