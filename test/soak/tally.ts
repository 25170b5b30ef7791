/** What is counted while the load runs. */
export interface Counts {
    'sign-ins': number
    queries: number
    writes: number
    renewals: number
    revocations: number
    kills: number
    restarts: number
}

/** Counts what was done, what was refused and why, and what must not have happened. */
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
    /** Refusals that the trouble of the moment explains, by what was refused and why. */
    readonly refusals = new Map<string, number>()
    /** Trouble that was made, by kind. */
    readonly troubles = new Map<string, number>()
    /** Other things worth telling. */
    readonly notes = new Map<string, number>()
    /** What must not have happened, each with how often. */
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

    /** @param what Never with a token, code, verifier or password in it. */
    lost(what: string): void {
        increase(this.losses, what)
    }
}

function increase(counts: Map<string, number>, name: string): void {
    counts.set(name, (counts.get(name) ?? 0) + 1)
}
