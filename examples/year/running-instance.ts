import {
    createClock,
    createLocalInstance,
    type LocalInstance,
    type Records,
} from 'openfin-servicenow-local-instance'
import { asAdmin } from '../echo/as-admin'

/** Options of the instance. */
export interface RunningInstanceOptions {
    /** Folder of its data. */
    data: string
    /** ms since 1970. */
    now: number
}

/** An instance with two nodes, a clock that only moves on command, and a restart that keeps its data. */
export class RunningInstance {
    readonly clock
    #instance!: LocalInstance
    readonly #data: string
    #url = ''

    private constructor({ data, now }: RunningInstanceOptions) {
        this.clock = createClock({ now, frozen: true })
        this.#data = data
    }

    static async start(options: RunningInstanceOptions): Promise<RunningInstance> {
        const running = new RunningInstance(options)
        await running.#open()
        return running
    }

    get url(): string {
        return this.#url
    }

    get store(): Records {
        return this.#instance.records
    }

    async killNode(node: number): Promise<void> {
        await asAdmin(this, 'POST', '/local/nodes/kill', { node })
    }

    async startNode(node: number): Promise<void> {
        await asAdmin(this, 'POST', '/local/nodes/kill', { node, restart: true })
    }

    /** Kills both nodes, stops the instance, and restarts it at the same address with the same data. */
    async restart(): Promise<void> {
        for (const node of [1, 2]) await this.killNode(node)
        await this.#instance.close()
        await this.#open(Number(new URL(this.#url).port))
    }

    close(): Promise<void> {
        return this.#instance.close()
    }

    async #open(port = 0): Promise<void> {
        this.#instance = await createLocalInstance({ data: this.#data, clock: this.clock, nodes: 2, port })
        this.#url = this.#instance.url
    }
}
