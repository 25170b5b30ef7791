import type { PageMessage, RequestMessage, RevokeRule, WorkerAnswer } from '../../../src/protocol'
import { setEnv, type Env } from '../../../src/worker/env'
import { createService } from '../../../src/worker/serve'
import { createFakeClock, settle, type FakeClock } from './fake-clock'
import { createFakeLocks, type FakeLocks } from './fake-locks'
import { createScriptedInstance, INSTANCE, type ScriptedInstance } from './scripted-instance'

/** A reply with untyped members. */
export type Answer = WorkerAnswer & { [name: string]: any } // eslint-disable-line @typescript-eslint/no-explicit-any

/** A page connected to a worker. */
export interface FixturePage {
    /** Sends a message with its own port and waits for the reply. */
    ask(message: unknown): Promise<Answer>
    /** The same, with a function to cancel it. */
    start(message: unknown): { answer: Promise<Answer>; abort(): void }
    init(pins?: object): Promise<Answer>
    /** Completes a sign-in. */
    connect(): Promise<Answer>
    get(endpoint: string, more?: Partial<RequestMessage>): Promise<Answer>
    disconnect(revoke?: RevokeRule): Promise<Answer>
    /** Unsolicited messages. */
    notices: unknown[]
    /** Sends a message without a reply port. */
    post(message: unknown): void
}

/** Workers of one origin, connected to one instance. */
export interface WorkerFixture {
    instance: ScriptedInstance
    clock: FakeClock
    locks: FakeLocks
    /** All messages of all workers. */
    said: unknown[]
    /** Advances the time until a promise is settled. */
    pass<T>(promise: Promise<T>): Promise<T>
    /** A dedicated worker with one page or, with `of`, another page of a shared one. */
    page(of?: FixtureWorker): FixturePage
    worker(): FixtureWorker
}

/** A worker; each call connects another page. */
export type FixtureWorker = ReturnType<typeof createService>

export const PINS = {
    instanceUrl: INSTANCE,
    clientId: 'a1b2c3',
    redirectUri: 'https://app.example/callback.html',
    tokenRoute: 'proxy',
}

/** Creates a new fixture. `random` is the value of Math.random(). */
export function createFixture({ random = 0.5 } = {}): WorkerFixture {
    const instance = createScriptedInstance()
    const clock = createFakeClock()
    const locks = createFakeLocks()
    const said: unknown[] = []
    const { performance, setTimeout, clearTimeout } = clock
    const Chance = Object.assign(Object.create(Math), { random: () => random }) as Math
    setEnv({
        fetch: instance.fetch,
        crypto: globalThis.crypto as Env['crypto'],
        performance: performance as Performance,
        setTimeout,
        clearTimeout,
        Math: Chance,
        navigator: { locks },
    })
    return {
        instance,
        clock,
        locks,
        said,
        worker: () => createService(),
        async pass(promise) {
            let isSettled = false
            const end = () => (isSettled = true)
            void promise.then(end, end)
            for (let n = 0; n < 1000; n++) {
                await settle()
                if (isSettled) break
                await clock.advance(100)
            }
            return promise
        },
        page(worker = createService()) {
            const notices: unknown[] = []
            const port = {
                postMessage(message: unknown) {
                    said.push(structuredClone(message))
                    notices.push(message)
                },
                onmessage: null as ((event: MessageEvent) => void) | null,
            }
            worker(port)
            const start = (message: unknown) => {
                const reply = {
                    onmessage: null as (() => void) | null,
                    isClosed: false,
                    postMessage: (_: unknown) => {},
                    close() {
                        reply.isClosed = true
                    },
                }
                const answer = new Promise<Answer>((resolve) => {
                    reply.postMessage = (said_) => {
                        const copy = structuredClone(said_) as Answer
                        said.push(copy)
                        if ('ok' in copy) resolve(copy)
                    }
                })
                port.onmessage?.({
                    data: structuredClone(message),
                    ports: [reply],
                } as unknown as MessageEvent)
                return { answer, abort: () => reply.onmessage?.() }
            }
            const page: FixturePage = {
                notices,
                start,
                ask: (message) => start(message).answer,
                post: (message) => port.onmessage?.({ data: message, ports: [] } as unknown as MessageEvent),
                init: (pins = PINS) => page.ask({ type: 'init', pins }),
                async connect() {
                    const hello = await page.init()
                    if (!hello.ok || hello.user) return hello
                    const begun = await page.ask({ type: 'begin', scope: [], params: {} })
                    if (!begun.ok || begun.user) return begun
                    return page.ask({ type: 'finish', state: begun['state'], code: 'the-code' })
                },
                get: (endpoint, more) =>
                    page.ask({
                        type: 'request',
                        endpoint,
                        method: 'GET',
                        retry: 0,
                        maxBytes: 1e6,
                        ...more,
                    } satisfies PageMessage),
                disconnect: (revoke = 'last') => page.ask({ type: 'disconnect', revoke }),
            }
            return page
        },
    }
}

export { settle }
