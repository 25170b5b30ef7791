import { spawnInstance, type SpawnedInstance } from '../bench/spawn-instance'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Attempts to reuse the port, which another program may briefly occupy, and the pause between them, in ms.
 */
const TRIES = 40
const PAUSE_MS = 250

/** The local instance in a process that is killed and restarted on the same data and port. */
export class ProcessUnderTest {
    /** All output of its processes. */
    output = ''
    /** Number of processes so far. */
    generation = 0
    /** Times from start to ready, in ms. */
    readonly readyMs: number[] = []
    private current: SpawnedInstance | undefined
    private starting: Promise<unknown> = Promise.resolve()
    private stop: SpawnedInstance['end'] | undefined
    private expectsEnd = false
    private closed = false

    /** @param onEnd Called on an unexpected exit. */
    constructor(
        private readonly data: string,
        private readonly onEnd: (how: string) => void
    ) {}

    /** Without a trailing slash. */
    get url(): string {
        return this.current?.url ?? ''
    }

    get pid(): number {
        return this.current?.pid ?? 0
    }

    /** Resolves when the instance serves. */
    async up(): Promise<void> {
        await this.starting
    }

    /** Starts it; restarts use the same port. */
    start(): Promise<void> {
        const start = this.tryToStart()
        this.starting = start
        return start
    }

    private async tryToStart(): Promise<void> {
        const port = this.url ? new URL(this.url).port : '0'
        const args = ['--data', this.data, '--port', port, '--nodes', '2', '--run-jobs']
        for (let attempt = 1; ; attempt++) {
            if (this.closed) throw new Error('ended')
            try {
                const started = await spawnInstance({
                    args,
                    onStart: (end) => (this.stop = end),
                    onOutput: (text) => (this.output += text),
                })
                this.began(started)
                return
            } catch (error) {
                if (attempt === TRIES || !String(error).includes('is taken')) throw error
                await wait(PAUSE_MS)
            }
        }
    }

    private began(started: SpawnedInstance): void {
        this.current = started
        this.generation += 1
        this.expectsEnd = false
        this.readyMs.push(started.readyMs)
        void started.ended.then(({ status, signal }) => {
            if (!this.expectsEnd && this.current === started) this.onEnd(signal ?? `status ${status}`)
        })
    }

    /** Kills it, like a power failure. Resolves when it has ended. */
    async kill(): Promise<void> {
        this.expectsEnd = true
        await this.stop?.('SIGKILL')
    }

    /** Stops it cleanly and returns its exit status. */
    async end(): Promise<number | null | undefined> {
        this.expectsEnd = true
        return (await this.stop?.('SIGTERM'))?.status
    }

    /** Kills any running process and prevents restarts. */
    async close(): Promise<void> {
        this.closed = true
        await this.kill()
    }
}
