import type { FastifyRequest } from 'fastify'
import type { Store } from '../../core/store/types'

/** Limits of a batch (DOCS batch-api "Size and processing limits"). */
export interface BatchLimits {
    /** Size of one request body, in bytes. */
    inputBytes: number
    /** Size of one response body, in bytes. */
    outputBytes: number
    /** Duration of the whole batch in ms, by the instance's clock. */
    timeMs: number
}

const MEGABYTE = 1024 * 1024
const MAX_BYTES = 10 * MEGABYTE

/** The transaction quota rule "REST Batch API request timeout". */
const TIME_MS = 30_000

/** The limits for a request, whose header may lower the response limit. */
export function limitsFor(store: Store, request: FastifyRequest): BatchLimits {
    const outputBytes = bytes(store.property('glide.rest.batch.max.outputSize'), MAX_BYTES)
    const asked = request.headers['x-batchrequest-max-output-size']
    return {
        inputBytes: Math.min(
            bytes(store.property('glide.rest.batch.max.inputSize'), 5 * MEGABYTE),
            MAX_BYTES
        ),
        outputBytes: Math.min(outputBytes, bytes(typeof asked === 'string' ? asked : undefined, outputBytes)),
        timeMs: TIME_MS,
    }
}

function bytes(value: string | undefined, otherwise: number): number {
    return /^[1-9]\d{0,11}$/.test(value?.trim() ?? '') ? Number(value) : otherwise
}
