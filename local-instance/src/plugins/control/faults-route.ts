import { setTimeout as wait } from 'node:timers/promises'
import type { Faults } from '../../core/http/faults'
import type { Host } from '../../core/plugin'
import { flag, readInput, text, whole, type Input } from './input'
import type { ControlRoute } from './control-route'
import { ControlRefusal } from './refusal'

/** Maximum delay in ms, longer than every time limit in use. */
const MAX_DELAY_MS = 600_000

/**
 * `POST /local/faults` `{"path", "status", "times", "delay_ms"}`, plus `body`, and `drop` to close the
 * connection without a response. `times` defaults to 1; 0 removes the path's fault.
 */
export function faultsRoute(faults: Faults): ControlRoute {
    return {
        method: 'POST',
        path: '/faults',
        run({ request }) {
            const input = readInput(request, ['path', 'status', 'times', 'delay_ms', 'body', 'drop'])
            const path = text(input, 'path')
            if (!/^\/[^?#\s]*$/.test(path))
                throw new ControlRefusal(400, 'path must be a path such as /oauth_token.do')
            if (/^\/local(\/|$)/i.test(path))
                throw new ControlRefusal(400, 'Faults cannot be set for the control API')
            const status = statusOf(input)
            const delayMs = whole(input, 'delay_ms', { min: 0, max: MAX_DELAY_MS, otherwise: 0 })
            const times = whole(input, 'times', { min: 0, max: 1_000_000, otherwise: 1 })
            if (status === undefined && delayMs === 0 && times > 0) {
                throw new ControlRefusal(400, 'status or delay_ms is required')
            }
            faults.set({
                path,
                status,
                times,
                delayMs,
                body: input['body'] === undefined ? '' : text(input, 'body'),
            })
            return { result: { path, status: status ?? null, times, delay_ms: delayMs } }
        },
    }
}

function statusOf(input: Input): number | undefined {
    if (flag(input, 'drop')) return 0
    if (input['status'] === undefined) return undefined
    if (input['status'] === 0) return 0
    return whole(input, 'status', { min: 200, max: 599 })
}

/** Applies the faults to requests, before all other hooks and routes. */
export function addFaultHook({ http }: Host, faults: Faults): void {
    http.addHook('onRequest', async (request, reply) => {
        const fault = faults.take(pathOf(request.url))
        if (!fault) return
        if (fault.delayMs > 0) await wait(fault.delayMs, undefined, { ref: false })
        if (fault.status === undefined) return
        if (fault.status === 0) {
            reply.hijack()
            request.raw.socket.destroy()
            return
        }
        await reply.code(fault.status).type('text/plain;charset=UTF-8').send(fault.body)
    })
}

function pathOf(url: string): string {
    const end = url.search(/[?#]/)
    return end < 0 ? url : url.slice(0, end)
}
