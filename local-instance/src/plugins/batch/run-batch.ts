import { STATUS_CODES, type IncomingHttpHeaders } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { errorEnvelope, NO_RESOURCE } from '../../core/http/envelope'
import type { Host } from '../../core/plugin'
import { API_METHODS } from '../../core/rest/http-method'
import type { BatchItem } from './batch-request'
import type { BatchLimits } from './limits'

/** A serviced request of a batch (DOCS batch-api `serviced_requests`). */
export interface ServicedRequest {
    id: string
    /** Base64. */
    body: string
    status_code: number
    status_text: string
    headers: { name: string; value: string }[]
    /** Duration in ms. */
    execution_time: number
    redirect_url?: string
    error_message?: string
}

/** Result of a batch. */
export interface BatchOutcome {
    serviced: ServicedRequest[]
    /** Ids of the requests that were not processed because of a limit. */
    unserviced: string[]
}

/** Headers that identify the caller; a batch item cannot set or change them. */
const IDENTITY = ['authorization', 'cookie', 'x-usertoken']
/** Connection and browser headers, which have no meaning inside a batch. */
const DROPPED =
    /^(host|connection|content-length|transfer-encoding|te|upgrade|expect|origin|sec-.*|x-batchrequest-.*)$/

/**
 * Sends the requests of a batch sequentially to the instance's own endpoints, as the caller of the batch. The
 * batch ends at the first request that exceeds a limit: this one and all later ones are unserviced.
 */
export async function runBatch(
    host: Host,
    request: FastifyRequest,
    { items, limits }: { items: BatchItem[]; limits: BatchLimits }
): Promise<BatchOutcome> {
    const serviced: ServicedRequest[] = []
    const deadline = host.clock.now() + limits.timeMs
    for (const [index, item] of items.entries()) {
        const unserviced = () => ({ serviced, unserviced: items.slice(index).map(({ id }) => id) })
        if ((item.body?.length ?? 0) > limits.inputBytes || host.clock.now() >= deadline) return unserviced()
        const started = performance.now()
        const answer = await send(host, request, item)
        if (answer.payload.length > limits.outputBytes) return unserviced()
        serviced.push(toServiced(item, answer, Math.round(performance.now() - started)))
    }
    return { serviced, unserviced: [] }
}

interface ItemAnswer {
    status: number
    headers: IncomingHttpHeaders
    payload: Buffer
    problem?: string
}

async function send(host: Host, request: FastifyRequest, item: BatchItem): Promise<ItemAnswer> {
    // APIs only, and no nested batches.
    const isApi = /^\/api\/[^\\]*$/.test(item.url) && !/^\/api\/now\/(v\d+\/)?batch([/?#]|$)/.test(item.url)
    if (!isApi || !API_METHODS.includes(item.method) || item.method === 'OPTIONS') return refused(NO_RESOURCE)
    const own = Object.entries(item.headers).filter(
        ([name]) => !IDENTITY.includes(name) && !DROPPED.test(name)
    )
    const identity = IDENTITY.flatMap((name) => {
        const value = request.headers[name]
        return typeof value === 'string' ? [[name, value]] : []
    })
    try {
        const answer = await host.http.inject({
            method: item.method as 'GET',
            url: item.url,
            headers: Object.fromEntries([...own, ...identity]) as Record<string, string>,
            payload: item.body,
            remoteAddress: request.socket.remoteAddress ?? '127.0.0.1',
        })
        return {
            status: answer.statusCode,
            headers: answer.headers as IncomingHttpHeaders,
            payload: answer.rawPayload,
        }
    } catch {
        return { ...refused('The request received no response'), status: 500 }
    }
}

function refused(message: string): ItemAnswer {
    const payload = Buffer.from(JSON.stringify(errorEnvelope(message)))
    return {
        status: 400,
        headers: { 'content-type': 'application/json;charset=UTF-8' },
        payload,
        problem: message,
    }
}

function toServiced(item: BatchItem, answer: ItemAnswer, executionTime: number): ServicedRequest {
    const { location } = answer.headers
    const isRedirect = answer.status >= 300 && answer.status < 400 && location !== undefined
    return {
        id: item.id,
        body: answer.payload.toString('base64'),
        status_code: answer.status,
        status_text: STATUS_CODES[answer.status] ?? '',
        headers: item.excludeResponseHeaders ? [] : headersOf(answer.headers),
        execution_time: executionTime,
        ...(isRedirect ? { redirect_url: location } : {}),
        ...(answer.problem === undefined ? {} : { error_message: answer.problem }),
    }
}

function headersOf(headers: IncomingHttpHeaders): { name: string; value: string }[] {
    return Object.entries(headers).flatMap(([name, value]) => {
        if (value === undefined || name === 'set-cookie' || name === 'connection') return []
        return [{ name, value: Array.isArray(value) ? value.join(', ') : String(value) }]
    })
}
