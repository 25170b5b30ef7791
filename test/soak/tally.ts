/** Counters during the load. */
export interface Counts {
    'sign-ins': number
    queries: number
    writes: number
    renewals: number
    revocations: number
    kills: number
    restarts: number
}

/** Counts actions, refusals with their cause, and failures. */
export class Tally {
    readonly counts: Counts = {
        'sign-ins': 0,
        queries: 0,
        writes: 0,
        renewals: 0,
        revocations: 0,
        kills: 0,
        restarts: 0,
    }
    /** Refusals explained by a fault, by action and cause. */
    readonly refusals = new Map<string, number>()
    /** Injected faults, by kind. */
    readonly troubles = new Map<string, number>()
    /** Other notable facts. */
    readonly notes = new Map<string, number>()
    /** Failures, with their number. */
    readonly losses = new Map<string, number>()

    add(name: keyof Counts): void {
        this.counts[name] += 1
    }

    refused(what: string): void {
        increase(this.refusals, what)
    }

    trouble(kind: string): void {
        increase(this.troubles, kind)
    }

    note(what: string): void {
        increase(this.notes, what)
    }

    /** @param what must not contain a token, code, verifier or password */
    lost(what: string): void {
        increase(this.losses, what)
    }
}

function increase(counts: Map<string, number>, name: string): void {
    counts.set(name, (counts.get(name) ?? 0) + 1)
}
