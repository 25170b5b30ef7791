import type { RunningInstance } from './running-instance'

const COLUMNS = ['requestor', 'outcome', 'next_attempt', 'claimed_until', 'told', 'notice_days']
const EVENTS = ['token_failing', 'token_reauthorize', 'token_recovered'] as const
const NOTICE_EVENTS = ['token_expiring', 'token_expired'] as const

/** A notification, by event or mail. */
export interface Told {
    /** ms since 1970. */
    at: number
    notice: 'failing' | 'reauthorize' | 'recovered'
    requestor: string
}

/** An expiry notice, by event or mail. */
export interface ExpiryNotice {
    /** ms since 1970. */
    at: number
    requestor: string
    /** Days of the threshold; 0 at the end; null for a mail before the end, which does not tell its threshold. */
    days: number | null
}

/** A mail that asks a person for consent. */
export interface Call {
    mail: string
    requestor: string
    /** True before the end of the token: its owner may wait for it. */
    isEarly: boolean
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

    /** Mails that ask for consent, with the owner of the token. */
    callsForPerson(): Call[] {
        if (!this.#rows.some((row) => row['told'] === 'reauthorize' || row['notice_days'])) return []
        const subjects = ['Reauthorization required', 'OAuth connection expires', 'OAuth connection expired']
        return subjects.flatMap((subject) =>
            this.#store
                .query('sys_email', { query: `subjectSTARTSWITH${subject}^ORDERBYsys_created_on` })
                .map((mail) => ({
                    mail: mail['sys_id'] ?? '',
                    requestor: this.#requestors.get(mail['instance'] ?? '') ?? '',
                    isEarly: subject === 'OAuth connection expires',
                }))
        )
    }

    /** Expiry notices by event, in chronological order. */
    noticeEvents(): ExpiryNotice[] {
        return NOTICE_EVENTS.flatMap((event) =>
            this.#store
                .query('sysevent', { query: `name=x_opfi_openfin.${event}` })
                .map((row) => ({ ...this.#place(row), days: Number(row['parm2']) }))
        ).sort((one, other) => one.at - other.at)
    }

    /** Expiry notices by mail. */
    noticeMails(): ExpiryNotice[] {
        const subjects: [string, number | null][] = [
            ['OAuth connection expires', null],
            ['OAuth connection expired', 0],
        ]
        return subjects.flatMap(([subject, days]) =>
            this.#store
                .query('sys_email', { query: `subjectSTARTSWITH${subject}` })
                .map((row) => ({ ...this.#place(row), days }))
        )
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
        return { notice, ...this.#place(row) }
    }

    #place(row: Record<string, string | null>): { at: number; requestor: string } {
        return {
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
