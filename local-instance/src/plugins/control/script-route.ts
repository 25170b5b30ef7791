import type { Host } from '../../core/plugin'
import { readInput, text } from './input'
import type { ControlRoute } from './control-route'
import { ControlRefusal } from './refusal'

/** Time limit of background scripts in ms, longer than that of requests. */
const TIME_LIMIT_MS = 120_000

/**
 * `POST /local/script` `{"scope", "script"}`: runs a background script; returns `{"result", "log"}`, or 422
 * with `{"error": {"message", "line"}, "log"}` if it throws.
 */
export function scriptRoute(host: Host): ControlRoute {
    return {
        method: 'POST',
        path: '/script',
        async run({ request, reply, user }) {
            const input = readInput(request, ['scope', 'script'])
            const scope = input['scope'] === undefined ? 'global' : text(input, 'scope')
            const source = text(input, 'script')
            if (!scopeExists(host, scope)) {
                throw new ControlRefusal(404, `Unknown scope ${JSON.stringify(scope.slice(0, 40))}`)
            }
            const outcome = await host.scripts.run({
                scope,
                source,
                label: 'Background script',
                user,
                clientIp: request.ip,
                timeLimitMs: TIME_LIMIT_MS,
            })
            if (!outcome.error) return { result: outcome.result, log: outcome.log }
            const { message, line } = outcome.error
            void reply.code(422)
            return { error: { message, line }, log: outcome.log }
        },
    }
}

function scopeExists({ store }: Host, scope: string): boolean {
    if (scope === 'global') return true
    return /^[a-z0-9_]+$/.test(scope) && store.first('sys_scope', `scope=${scope}`) !== undefined
}
