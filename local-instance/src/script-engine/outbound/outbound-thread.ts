import { parentPort } from 'node:worker_threads'
import type { OutboundAnswer, OutboundCall, OutboundLine } from './outbound-client'
import { createSender } from './sender'

/**
 * The thread that makes network requests for all script threads, so that neither they nor the thread that
 * serves requests do. It has a line to every script thread.
 */
const send = createSender()

parentPort?.on('message', ({ port, signal }: OutboundLine) => {
    const cell = new Int32Array(signal)
    const ended = new AbortController()
    // The script thread has ended: pending requests are abandoned.
    port.on('close', () => ended.abort())
    port.on('message', ({ id, request }: OutboundCall) => {
        void send(request, ended.signal).then((response) => {
            port.postMessage({ id, response } satisfies OutboundAnswer)
            Atomics.add(cell, 0, 1)
            Atomics.notify(cell, 0)
        })
    })
})
