/** Kinds of trouble that explain why a request was refused. */
export type TroubleKind = 'kill' | 'fault' | 'memory hog' | 'node down' | 'clock'

/** A trouble while it lasts and after; times by `performance.now()`. */
export interface Trouble {
    kind: TroubleKind
    from: number
    /** Infinity while it goes on. */
    until: number
    /** Of a fault: the endpoint. */
    path?: string
    /** Of a fault: what it answers, 0 where it ends the connection; undefined where it only delays. */
    status?: number | undefined
}

/** A stretch of time, by `performance.now()`. */
export interface Span {
    from: number
    until: number
}

/** Remembers all trouble that was made, so that every refusal can be traced to one. */
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

    /** Troubles of a kind that overlap a stretch of time. */
    during({ from, until }: Span, kind: TroubleKind): Trouble[] {
        return this.all.filter(
            (trouble) => trouble.kind === kind && trouble.from <= until && trouble.until >= from
        )
    }

    /** Faults of an endpoint that overlap a stretch of time. */
    faults(span: Span, path: string): Trouble[] {
        return this.during(span, 'fault').filter((fault) => fault.path === path)
    }
}
