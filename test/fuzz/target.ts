import fc from 'fast-check'

/** A fuzzing target: the source of its inputs, and the property that must hold for each. */
export interface Target {
    /** Name for `--only`. */
    name: string
    /** Short description of the target and its oracle. */
    what: string
    /** Its share of 1,000 runs; slow targets have a small share. */
    share: number
    /** Whether it needs a deployed instance to copy. */
    deployed?: boolean
    /** Starts the target's dependencies. Close them after the runs. */
    open(): Promise<OpenTarget>
}

/** A target that is ready to run. */
export interface OpenTarget {
    /** The property to check. `onRun` is called before each run, including shrinking runs. */
    property(onRun: () => void): fc.IRawProperty<unknown>
    close(): Promise<void>
}

/** A property: every input of the arbitrary passes the check. */
export interface Fuzzed<T> {
    arbitrary: fc.Arbitrary<T>
    /** Throws if the property does not hold. */
    check(input: T): void | Promise<void>
    close?(): void | Promise<void>
}

/** Hides the type of a target's inputs. */
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

/** Seed and extent of a search. */
export interface Search {
    runs: number
    /** Seed of all inputs. */
    seed: number
    /** Path of a known counterexample, to reproduce it. */
    path?: string
    onRun?: () => void
}

/** Result of a search. */
export interface Found {
    runs: number
    /** Undefined if nothing was found. */
    failure?: { path: string; seed: number; counterexample: string; error: string }
}

/** Searches for an input that violates the property, and shrinks it. */
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

/** The command that reproduces a counterexample. */
export function replayCommand(name: string, { seed, path }: { seed: number; path: string }): string {
    return `npm run fuzz -- --only ${name} --seed ${seed} --path ${path}`
}
