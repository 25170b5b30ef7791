/** Kinds of faults that explain refused requests. */
export type TroubleKind = 'kill' | 'fault' | 'memory hog' | 'node down' | 'clock'

/** A current or past fault; times by `performance.now()`. */
export interface Trouble {
    kind: TroubleKind
    from: number
    /** End; Infinity while it lasts. */
    until: number
    /** Of an endpoint fault: the endpoint. */
    path?: string
    /** Of an endpoint fault: its status, 0 if it closes the connection; undefined if it only delays. */
    status?: number | undefined
}

/** A time span, by `performance.now()`. */
export interface Span {
    from: number
    until: number
}

/** Records all injected faults, so that every refusal can be attributed to one. */
export class Troubles {
    private readonly all: Trouble[] = []

    begin(trouble: Omit<Trouble, 'from' | 'until'>): Trouble {
        const begun = { ...trouble, from: performance.now(), until: Infinity }
        this.all.push(begun)
        return begun
    }

    end(trouble: Trouble): void {
        trouble.until = performance.now()
    }

    /** Faults of a kind that overlap a time span. */
    during({ from, until }: Span, kind: TroubleKind): Trouble[] {
        return this.all.filter(
            (trouble) => trouble.kind === kind && trouble.from <= until && trouble.until >= from
        )
    }

    /** Faults of an endpoint that overlap a time span. */
    faults(span: Span, path: string): Trouble[] {
        return this.during(span, 'fault').filter((fault) => fault.path === path)
    }
}
