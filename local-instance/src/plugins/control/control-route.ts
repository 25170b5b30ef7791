import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendError } from '../../core/http/envelope'
import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import { controllerOf } from './access'
import { ControlRefusal } from './refusal'

/** Handler of a control call; the caller is authorized before it runs. Its result is sent as JSON. */
export interface ControlRoute {
    method: 'GET' | 'POST'
    /** Path below `/local`, such as `/clock`. */
    path: string
    /** @throws ControlRefusal */
    run(call: { request: FastifyRequest; reply: FastifyReply; user: Principal }): unknown
}

/** Registers a control call. */
export function addControlRoute(host: Host, { method, path, run }: ControlRoute): void {
    host.http.route({
        method,
        url: `/local${path}`,
        handler: async (request, reply) => {
            const user = controllerOf(host, request, reply)
            if (!user) return reply
            try {
                const body = await run({ request, reply, user })
                return await reply
                    .header('Cache-Control', 'no-store')
                    .type('application/json;charset=UTF-8')
                    .send(JSON.stringify(body))
            } catch (error) {
                if (error instanceof ControlRefusal) return sendError(reply, error.status, error.message)
                throw error
            }
        },
    })
}
