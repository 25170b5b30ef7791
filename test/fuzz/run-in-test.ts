import { freshSeed } from './options'
import { replayCommand, search, type OpenTarget, type Target } from './target'

/**
 * Runs a target within a test, with a new seed or that of `FUZZ_SEED`.
 *
 * @throws Error with the counterexample, the seed and the command that reproduces it
 */
export async function runInTest(target: Target, opened: OpenTarget, runs: number): Promise<void> {
    const seed = process.env['FUZZ_SEED'] === undefined ? freshSeed() : Number(process.env['FUZZ_SEED'])
    const { failure } = await search(opened, { runs, seed })
    if (!failure) return
    throw new Error(
        [
            failure.error,
            `counterexample ${failure.counterexample}`,
            `FUZZ_SEED=${seed}, or ${replayCommand(target.name, failure)}`,
        ].join('\n')
    )
}
