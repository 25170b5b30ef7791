import { ApiRequestError, ParameterError } from '../errors'
import type { ApiRequestOptions } from '../types/connection'
import type { RawAnswer } from '../page/raw-call'
import { originOf, senderOf, type Connection } from './sender-of'

/** How a list is read. */
export interface PagesOptions extends Pick<ApiRequestOptions, 'headers' | 'signal' | 'retry'> {
    /** Records asked for at a time; what the endpoint says in `sysparm_limit`, or 100, unless given. */
    pageSize?: number
    /** How long each page may take, in milliseconds; no limit unless given. */
    timeoutMs?: number
}

/** A page of a list. */
export interface Page<T> {
    /** Records of this page; fewer than the page's size where the user may not read some of them. */
    records: T[]
    /** Records before this page. */
    offset: number
    /** Records that meet the query, whether or not the user may read them; undefined where the instance does not say. */
    total: number | undefined
}

const OFFSET = 'sysparm_offset'
const LIMIT = 'sysparm_limit'

/**
 * Reads a list page by page, each when it is asked for: by the instance's `Link` headers where the page may read them
 * (the CORS rule exposes `Link` and `X-Total-Count`), and else by `sysparm_offset`. Give the query an order, or records
 * that come and go meanwhile are seen twice or not at all.
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
    if (typeof endpoint !== 'string') throw new ParameterError('endpoint must be a path')
    const url = new URL(endpoint, originOf(connection))
    const limit = pageSize ?? (Number(url.searchParams.get(LIMIT)) || 100)
    if (!Number.isInteger(limit) || limit < 1) throw new ParameterError('pageSize must be a positive integer')
    const first = Number(url.searchParams.get(OFFSET)) || 0

    async function* read(): AsyncGenerator<Page<T>, void, undefined> {
        let next = at(url, first, limit)
        for (let offset = first; ;) {
            const answer = await send({
                endpoint: next.href,
                retry: retry ?? 2,
                ...(headers && { headers }),
                signal,
                timeoutMs,
            }).catch((error: unknown) => {
                // Version 1 of the Table API calls an empty page an error.
                const isEnd = error instanceof ApiRequestError && error.status === 404 && offset > first
                return isEnd ? undefined : Promise.reject(error)
            })
            if (!answer) return
            const records = (answer.data ?? []) as T[]
            if (!Array.isArray(records)) throw new ApiRequestError('The answer is not a list')
            const total = totalOf(answer)
            const links = nextLink(answer)
            if (records.length > 0 || offset === first) yield { records, offset, total }
            if (links) {
                // Where the link leads is for its query to say: the host may be another name of the instance.
                const { search } = new URL(links, url)
                const following = Number(new URLSearchParams(search).get(OFFSET))
                if (!(following > offset)) throw new ApiRequestError('The Link header leads nowhere')
                offset = following
                next = new URL(url)
                next.search = search
            } else {
                offset += limit
                // Rows that the user may not read count towards the limit, so that only an empty page is the last one.
                const isLast = total === undefined ? records.length === 0 : offset >= total
                if (isLast || answer.headers['link']) return
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

function at(url: URL, offset: number, limit: number): URL {
    const page = new URL(url)
    page.searchParams.set(LIMIT, String(limit))
    page.searchParams.set(OFFSET, String(offset))
    return page
}

function totalOf({ headers }: RawAnswer): number | undefined {
    const total = headers['x-total-count']
    return total && /^\d+$/.test(total) ? Number(total) : undefined
}

/** The address of the next page (RFC 8288, section 3); undefined on the last page, and where the header is not shown. */
function nextLink({ headers }: RawAnswer): string | undefined {
    return /<([^>]*)>[^<]*;\s*rel="?next"?/.exec(headers['link'] ?? '')?.[1]
}
