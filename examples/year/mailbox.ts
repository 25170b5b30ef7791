import type { Connection } from '../echo/register-provider'
import type { ConnectionPlan } from './connections'
import type { StatusRows } from './status-rows'

/** The mails that owners of connections have read, and which of them are about to consent. */
export class Mailbox {
    readonly #read = new Set<string>()
    readonly #mending = new Set<string>()

    constructor(
        private readonly rows: StatusRows,
        private readonly connections: readonly ConnectionPlan[]
    ) {}

    /** Mails read so far. */
    get count(): number {
        return this.#read.size
    }

    /** Calls back with each connection that its owner decides to renew, after reading a new mail. */
    read(made: ReadonlyMap<string, Connection>, decide: (id: string) => void): void {
        for (const { mail, requestor, isEarly } of this.rows.callsForPerson()) {
            if (this.#read.has(mail)) continue
            this.#read.add(mail)
            const id = [...made].find(([, connection]) => connection.requestor === requestor)?.[0]
            if (id === undefined || this.#mending.has(id)) continue
            const plan = this.connections.find((one) => one.id === id)
            if (isEarly && !plan?.renewedInTime) continue
            this.#mending.add(id)
            decide(id)
        }
    }

    /** Called when an owner consents. */
    mended(id: string): void {
        this.#mending.delete(id)
    }
}
