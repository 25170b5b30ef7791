import { createRequire } from 'node:module'
import type { Agent, Dispatcher } from 'undici'

/*
 * Only undici's HTTP/1.1 client: loading the whole package, with fetch, WebSocket, caches and mocks, triples
 * the time to the first request of each instance's outbound thread.
 */
const load = createRequire(__filename)
const PooledAgent = load('undici/lib/dispatcher/agent.js') as typeof import('undici').Agent
const { request } = load('undici/lib/api/index.js') as {
    request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>
}

/** Creates an agent: keep-alive connections by origin. */
export function createAgent(options: Agent.Options): Agent {
    return new PooledAgent(options)
}

/** Sends one request through the agent, like undici's own `request`; does not follow redirects. */
export function send(
    agent: Agent,
    { origin, pathname, search }: URL,
    options: Omit<Dispatcher.RequestOptions, 'origin' | 'path'>
): Promise<Dispatcher.ResponseData> {
    return request.call(agent, { ...options, origin, path: `${pathname}${search}` })
}
