import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** Pauses and ends the load. */
export class Gate {
    private state: 'open' | 'shut' | 'ended' = 'shut'
    private working = 0
    private waiters: (() => void)[] = []
    private readonly aborter = new AbortController()

    constructor() {
        // All clients and all faults may be waiting at once.
        setMaxListeners(0, this.aborter.signal)
    }

    open(): void {
        if (this.state === 'shut') this.change('open')
    }

    /** Closes the gate; resolves when all work inside has finished. */
    async shut(): Promise<void> {
        if (this.state === 'open') this.change('shut')
        while (this.working > 0) await this.next()
    }

    /** Ends the load for good. */
    end(): void {
        this.change('ended')
        this.aborter.abort()
    }

    get ended(): boolean {
        return this.state === 'ended'
    }

    /** Runs a piece of work while the gate is open; returns false when the load has ended. */
    async pass(work: () => Promise<void>): Promise<boolean> {
        while (this.state === 'shut') await this.next()
        if (this.ended) return false
        this.working += 1
        try {
            await work()
        } finally {
            this.working -= 1
            this.wake()
        }
        return true
    }

    /** Waits a number of ms, or until the load ends. */
    async pause(ms: number): Promise<void> {
        await wait(Math.max(0, ms), undefined, { signal: this.aborter.signal }).catch(() => undefined)
    }

    private change(state: Gate['state']): void {
        this.state = state
        this.wake()
    }

    private next(): Promise<void> {
        return new Promise((resolve) => this.waiters.push(resolve))
    }

    private wake(): void {
        for (const resolve of this.waiters.splice(0)) resolve()
    }
}
