import { createRequire } from 'node:module'
import type { Agent, Dispatcher } from 'undici'

/*
 * Of undici only the client of HTTP/1.1: the whole package, with its fetch, WebSocket, caches and mocks, keeps the
 * outbound thread of each instance three times as long from its first request.
 */
const load = createRequire(__filename)
const PooledAgent = load('undici/lib/dispatcher/agent.js') as typeof import('undici').Agent
const { request } = load('undici/lib/api/index.js') as {
    request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>
}

/** Makes an agent: connections by origin, kept alive. */
export function createAgent(options: Agent.Options): Agent {
    return new PooledAgent(options)
}

/** Sends one request through the agent, as undici's own `request` does; it follows no redirect. */
export function send(
    agent: Agent,
    { origin, pathname, search }: URL,
    options: Omit<Dispatcher.RequestOptions, 'origin' | 'path'>
): Promise<Dispatcher.ResponseData> {
    return request.call(agent, { ...options, origin, path: `${pathname}${search}` })
}
