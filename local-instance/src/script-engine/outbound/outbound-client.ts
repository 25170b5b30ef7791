import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'
import type { OutboundRequest, OutboundResponse } from '../bridge/bridge'
import { monotonicMs } from '../thread/monotonic'
import type { OutboundLimits } from './outbound-limits'

/**
 * Grace period in ms after the request's own time limit, before the thread gives up on the outbound thread.
 */
const GRACE_MS = 5000
/**
 * A longer wait is reported, in ms, since other threads may have to be started; shorter ones are not worth a
 * message.
 */
const SHORT_WAIT_MS = 200

/** Sends requests from a thread that runs scripts. */
export interface OutboundClient {
    /** Blocks the calling thread until the response arrives; never throws. */
    send(request: OutboundRequest & OutboundLimits): OutboundResponse
}

/** What an outbound client needs; transferable to the thread that uses it. */
export interface OutboundLine {
    port: MessagePort
    /** A cell that is incremented with each response. */
    signal: SharedArrayBuffer
}

/** A request on its way to the outbound thread. */
export interface OutboundCall {
    id: number
    request: OutboundRequest & OutboundLimits
}

/** The outbound thread's response to a call. */
export interface OutboundAnswer {
    id: number
    response: OutboundResponse
}

/**
 * The client's end of a line. `waiting` is called when the thread begins and ends a long wait, with the
 * {@link monotonicMs} at which the request was sent, since a busy machine reports the wait late.
 */
export function createOutboundClient(
    { port, signal }: OutboundLine,
    waiting: (is: boolean, since: number) => void
): OutboundClient {
    const cell = new Int32Array(signal)
    let id = 0
    const answer = (): OutboundAnswer | undefined =>
        receiveMessageOnPort(port)?.message as OutboundAnswer | undefined

    /** Undefined if none arrived in time. */
    const receive = (limitMs: number): OutboundResponse | undefined => {
        const end = performance.now() + limitMs
        for (;;) {
            const seen = Atomics.load(cell, 0)
            for (let found = answer(); found; found = answer()) {
                if (found.id === id) return found.response
            }
            if (Atomics.wait(cell, 0, seen, Math.max(0, end - performance.now())) === 'timed-out') {
                return undefined
            }
        }
    }
    const receiveLate = (limitMs: number, since: number): OutboundResponse => {
        waiting(true, since)
        try {
            return receive(limitMs) ?? failed('No response from the outbound connection')
        } finally {
            waiting(false, since)
        }
    }

    return {
        send(request) {
            id += 1
            const since = monotonicMs()
            port.postMessage({ id, request } satisfies OutboundCall)
            return receive(SHORT_WAIT_MS) ?? receiveLate(request.timeoutMs + GRACE_MS, since)
        },
    }
}

/** A response that never arrived; getErrorCode() is 1, as for a socket timeout (observed). */
export function failed(errorMessage: string): OutboundResponse {
    return { status: 0, headers: {}, body: '', errorCode: 1, errorMessage }
}
