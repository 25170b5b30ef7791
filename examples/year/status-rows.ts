import type { RunningInstance } from './running-instance'

const COLUMNS = ['requestor', 'outcome', 'next_attempt', 'claimed_until', 'told']
const EVENTS = ['token_failing', 'token_reauthorize', 'token_recovered'] as const

/** An event or a mail that told people something. */
export interface Told {
    /** ms since 1970. */
    at: number
    notice: 'failing' | 'reauthorize' | 'recovered'
    requestor: string
}

/** Looks at what the app has written down, from outside; nothing here changes it. */
export class StatusRows {
    /** Requestors by the sys_ids of rows, those included that have gone since. */
    readonly #requestors = new Map<string, string>()

    #rows: Record<string, string | null>[] = []

    constructor(private readonly instance: RunningInstance) {}

    /** Reads the rows that there are; what else is asked here goes by the last look. */
    look(): void {
        this.#rows = this.#store.query('x_opfi_openfin_token_status', { columns: COLUMNS })
        for (const row of this.#rows) this.#requestors.set(row['sys_id'] ?? '', row['requestor'] ?? '')
    }

    /** The next moment on the job's grid, after now, at which a row is due; Infinity where none will be. */
    nextRun(now: number, gridMs: number): number {
        const due = Math.min(...this.#rows.map(dueAt))
        return Math.max(Math.ceil(due / gridMs), Math.floor(now / gridMs) + 1) * gridMs
    }

    isDue(now: number): boolean {
        return this.#rows.some((row) => dueAt(row) <= now)
    }

    /** The node that works on a requestor's token at this moment. */
    nodeWorkingOn(requestor: string): number | undefined {
        const row = this.#rows.find((one) => one['requestor'] === requestor)
        const event = row && this.#store.first('sysevent', `instance=${row['sys_id']}^state=processing`)
        const node = Number(/:(\d+)$/.exec(event?.['claimed_by'] ?? '')?.[1])
        return Number.isInteger(node) ? node : undefined
    }

    /** Mails that say that a connection needs a person, with the owner of its token. */
    callsForPerson(): { mail: string; requestor: string }[] {
        if (!this.#rows.some((row) => row['told'] === 'reauthorize')) return []
        return this.#store
            .query('sys_email', { query: 'subjectSTARTSWITHReauthorization required^ORDERBYsys_created_on' })
            .map((mail) => ({
                mail: mail['sys_id'] ?? '',
                requestor: this.#requestors.get(mail['instance'] ?? '') ?? '',
            }))
    }

    /** What people were told by events, in its order. */
    events(): Told[] {
        return EVENTS.flatMap((event) =>
            this.#store
                .query('sysevent', { query: `name=x_opfi_openfin.${event}` })
                .map((row) => this.#told(event.slice('token_'.length) as Told['notice'], row))
        ).sort((one, other) => one.at - other.at)
    }

    /** What people were told by mails. */
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
