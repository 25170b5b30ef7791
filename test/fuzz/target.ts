import fc from 'fast-check'

/** Something that is fuzzed: where its inputs come from, and what has to hold for each of them. */
export interface Target {
    /** As `--only` names it. */
    name: string
    /** What is fuzzed by which oracle, in a few words. */
    what: string
    /** How many of 1,000 runs are its own; what is slow has a small share. */
    share: number
    /** Whether it needs a deployed instance to copy. */
    deployed?: boolean
    /** Starts what the target needs. Close it when the runs are over. */
    open(): Promise<OpenTarget>
}

/** A target that is ready to run. */
export interface OpenTarget {
    /** The property to check. `onRun` is called before each run, those that shrink a counterexample included. */
    property(onRun: () => void): fc.IRawProperty<unknown>
    close(): Promise<void>
}

/** A property in the words of a target: any input that the arbitrary makes passes the check. */
export interface Fuzzed<T> {
    arbitrary: fc.Arbitrary<T>
    /** Throws where something does not hold. */
    check(input: T): void | Promise<void>
    close?(): void | Promise<void>
}

/** Hides of which type a target's inputs are. */
export function opened<T>({ arbitrary, check, close }: Fuzzed<T>): OpenTarget {
    return {
        property: (onRun) =>
            fc.asyncProperty(arbitrary, async (input) => {
                onRun()
                await check(input)
            }) as fc.IRawProperty<unknown>,
        close: async () => close?.(),
    }
}

/** Where and how long to search. */
export interface Search {
    runs: number
    /** From which all inputs follow. */
    seed: number
    /** Of one counterexample found before, to see that one again. */
    path?: string
    onRun?: () => void
}

/** What a search came to. */
export interface Found {
    runs: number
    /** Undefined where nothing was found. */
    failure?: { path: string; seed: number; counterexample: string; error: string }
}

/** Searches an input that breaks the property, and shrinks it. */
export async function search(
    target: OpenTarget,
    { runs, seed, path, onRun = () => {} }: Search
): Promise<Found> {
    const details = await fc.check(target.property(onRun), {
        numRuns: runs,
        seed,
        ...(path !== undefined && { path, endOnFailure: false }),
    })
    if (!details.failed) return { runs: details.numRuns }
    const error = details.errorInstance
    return {
        runs: details.numRuns,
        failure: {
            path: details.counterexamplePath ?? '',
            seed: details.seed,
            counterexample: fc.stringify(details.counterexample),
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        },
    }
}

/** The command that shows a counterexample again. */
export function replayCommand(name: string, { seed, path }: { seed: number; path: string }): string {
    return `npm run fuzz -- --only ${name} --seed ${seed} --path ${path}`
}
