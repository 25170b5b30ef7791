import { createConnection } from '../../src/connection'
import { linkWorker } from '../../src/page/worker-link'
import type { ConnectSettings } from '../../src/types/connect-options'
import { setEnv, type Env } from '../../src/worker/env'
import { createService } from '../../src/worker/serve'
import { createFakeClock } from '../worker/support/fake-clock'
import { createFakeLocks } from '../worker/support/fake-locks'
import { createScriptedInstance, INSTANCE, type ScriptedInstance } from '../worker/support/scripted-instance'

/** An endpoint of the instance that tests call. */
export const PATH = '/api/now/table/incident'

/** A signed-in page with its worker, in one JavaScript realm: their messages pass through real ports. */
export interface ConnectedPage {
    instance: ScriptedInstance
    /** Calls `executeApiRequest`; resolves to the response, or to the error as an app sees it. */
    call(...args: unknown[]): Promise<unknown>
    /** Scripts the response of `PATH`; `type` is its content type, `''` for none. */
    give(body: BodyInit | null, type: string, status?: number): void
    close(): Promise<void>
}

const PINS = {
    instanceUrl: INSTANCE,
    clientId: 'a1b2c3',
    redirectUri: 'https://app.example/callback.html',
    tokenRoute: 'proxy' as const,
}

/** Signs in to a scripted instance. */
export async function connectPage(): Promise<ConnectedPage> {
    const instance = createScriptedInstance()
    // No call of these tests waits for the time of the worker.
    const { performance, setTimeout, clearTimeout } = createFakeClock()
    setEnv({
        ...{ crypto: globalThis.crypto as Env['crypto'], Math, setTimeout, clearTimeout },
        performance: performance as Performance,
        fetch: instance.fetch,
        navigator: { locks: createFakeLocks() },
    })
    const { port1, port2 } = new MessageChannel()
    createService()(port2)
    const link = linkWorker({ target: port1, onExpired: undefined, close: () => port1.close() })
    await link.call({ type: 'init', pins: PINS })
    const { state } = (await link.call({ type: 'begin', scope: [], params: {} })) as { state: string }
    const { user } = await link.call({ type: 'finish', state, code: 'the-code' })
    const connection = createConnection(link, user!, { ...PINS, revoke: 'last' } as ConnectSettings)
    return {
        instance,
        async call(...args) {
            try {
                return await (connection.executeApiRequest as (...args: unknown[]) => Promise<unknown>)(
                    ...args
                )
            } catch (error) {
                const { name, code, status, message, description, data } = error as Record<string, unknown>
                return { name, code, status, message, description, data }
            }
        },
        give(body, type, status = 200) {
            instance.on[PATH] = () =>
                new Response(body, { status, headers: type ? { 'content-type': type } : {} })
        },
        close: () => connection.disconnect(),
    }
}
