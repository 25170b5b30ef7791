import type { RunningInstance } from './running-instance'

const COLUMNS = ['requestor', 'outcome', 'next_attempt', 'claimed_until', 'told']
const EVENTS = ['token_failing', 'token_reauthorize', 'token_recovered'] as const

/** A notification, by event or mail. */
export interface Told {
    /** ms since 1970. */
    at: number
    notice: 'failing' | 'reauthorize' | 'recovered'
    requestor: string
}

/** Reads the app's records from outside, without changing them. */
export class StatusRows {
    /** Requestors by sys_id of their rows, including deleted ones. */
    readonly #requestors = new Map<string, string>()

    #rows: Record<string, string | null>[] = []

    constructor(private readonly instance: RunningInstance) {}

    /** Reads the current rows, on which the other methods are based. */
    look(): void {
        this.#rows = this.#store.query('x_opfi_openfin_token_status', { columns: COLUMNS })
        for (const row of this.#rows) this.#requestors.set(row['sys_id'] ?? '', row['requestor'] ?? '')
    }

    /** The next run of the job, after now, at which a row is due; Infinity if there is none. */
    nextRun(now: number, gridMs: number): number {
        const due = Math.min(...this.#rows.map(dueAt))
        return Math.max(Math.ceil(due / gridMs), Math.floor(now / gridMs) + 1) * gridMs
    }

    isDue(now: number): boolean {
        return this.#rows.some((row) => dueAt(row) <= now)
    }

    /** The node that is currently refreshing a requestor's token. */
    nodeWorkingOn(requestor: string): number | undefined {
        const row = this.#rows.find((one) => one['requestor'] === requestor)
        const event = row && this.#store.first('sysevent', `instance=${row['sys_id']}^state=processing`)
        const node = Number(/:(\d+)$/.exec(event?.['claimed_by'] ?? '')?.[1])
        return Number.isInteger(node) ? node : undefined
    }

    /** Mails that ask for reauthorization, with the owner of the token. */
    callsForPerson(): { mail: string; requestor: string }[] {
        if (!this.#rows.some((row) => row['told'] === 'reauthorize')) return []
        return this.#store
            .query('sys_email', { query: 'subjectSTARTSWITHReauthorization required^ORDERBYsys_created_on' })
            .map((mail) => ({
                mail: mail['sys_id'] ?? '',
                requestor: this.#requestors.get(mail['instance'] ?? '') ?? '',
            }))
    }

    /** Notifications by event, in chronological order. */
    events(): Told[] {
        return EVENTS.flatMap((event) =>
            this.#store
                .query('sysevent', { query: `name=x_opfi_openfin.${event}` })
                .map((row) => this.#told(event.slice('token_'.length) as Told['notice'], row))
        ).sort((one, other) => one.at - other.at)
    }

    /** Notifications by mail. */
    mails(): Told[] {
        const subjects = {
            failing: 'OAuth token refresh failing',
            reauthorize: 'Reauthorization required',
            recovered: 'OAuth connection restored',
        }
        return Object.entries(subjects).flatMap(([notice, subject]) =>
            this.#store
                .query('sys_email', { query: `subjectSTARTSWITH${subject}` })
                .map((row) => this.#told(notice as Told['notice'], row))
        )
    }

    get #store() {
        return this.instance.store
    }

    #told(notice: Told['notice'], row: Record<string, string | null>): Told {
        return {
            notice,
            at: fromStored(row['sys_created_on']),
            requestor: this.#requestors.get(row['instance'] ?? '') ?? '',
        }
    }
}

function dueAt(row: Record<string, string | null>): number {
    if (!row['next_attempt']) return Infinity
    return Math.max(
        fromStored(row['next_attempt']),
        row['claimed_until'] ? fromStored(row['claimed_until']) : 0
    )
}

function fromStored(text: string | null | undefined): number {
    return Date.parse(`${(text ?? '').replace(' ', 'T')}Z`)
}
