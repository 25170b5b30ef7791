import { ASSUMED, type AssumedId } from './assumed/ids'

/** What a run says about an assumed row of the fidelity documents. */
export interface Finding {
    id: AssumedId
    status: 'confirmed' | 'refuted' | 'unknown'
    /** What was seen, or why nothing could be. */
    evidence: string
}

/** Collects what is seen of the assumptions; without an observation each has the reason why it cannot be seen. */
export class Findings {
    readonly #seen = new Map<AssumedId, Finding>()

    /** Notes an observation; what refutes outweighs what confirms, and both outweigh `unknown`. */
    note(id: AssumedId, status: Finding['status'], evidence: string): void {
        const weight = { unknown: 0, confirmed: 1, refuted: 2 }
        const before = this.#seen.get(id)
        if (before && weight[before.status] > weight[status]) return
        this.#seen.set(id, { id, status, evidence })
    }

    /** Notes `confirmed` or `refuted`. */
    judge(id: AssumedId, holds: boolean, evidence: string): void {
        this.note(id, holds ? 'confirmed' : 'refuted', evidence)
    }

    /** All assumed rows, in the order of their ids. */
    list(): Finding[] {
        const ids = Object.keys(ASSUMED) as AssumedId[]
        const byId = new Intl.Collator('en', { numeric: true })
        return ids
            .sort(byId.compare)
            .map((id) => this.#seen.get(id) ?? { id, status: 'unknown', evidence: ASSUMED[id] })
    }
}
