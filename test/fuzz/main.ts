import pc from 'picocolors'
import deployForTests from '../support/global-setup'
import { ALL_TARGETS } from './all-targets'
import { readOptions, type FuzzOptions } from './options'
import { RunReport } from './report'
import { replayCommand, search, type Target } from './target'

/** Fuzzes the targets sequentially, each with its share of the runs; exits with status 1 if one fails. */
async function main(options: FuzzOptions): Promise<void> {
    const { seed, count, only } = options
    const targets = ALL_TARGETS.filter(({ name }) => only === undefined || name === only)
    const shares = targets.reduce((sum, { share }) => sum + share, 0)
    console.log(`seed ${seed}`)
    if (targets.some(({ deployed }) => deployed)) {
        console.log('… deploy the app')
        await deployForTests()
    }
    const start = performance.now()
    let runs = 0
    const failed: string[] = []
    for (const target of targets) {
        const wanted = Math.max(1, Math.round((count * target.share) / shares))
        const found = await fuzz(target, wanted, options)
        runs += found.runs
        if (!found.passed) failed.push(target.name)
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    const outcome = failed.length === 0 ? 'nothing found' : `found: ${failed.join(', ')}`
    console.log(`${runs.toLocaleString('en')} runs in ${seconds} s, seed ${seed}: ${outcome}`)
    if (failed.length > 0) process.exitCode = 1
}

async function fuzz(
    target: Target,
    runs: number,
    { seed, path }: FuzzOptions
): Promise<{ runs: number; passed: boolean }> {
    const report = new RunReport(target.name, runs)
    const opened = await target.open()
    try {
        const onRun = () => report.tick()
        const found = await search(opened, { runs, seed, onRun, ...(path !== undefined && { path }) })
        report.end(!found.failure)
        if (!found.failure) return { runs: found.runs, passed: true }
        console.log(found.failure.error)
        console.log(`counterexample ${found.failure.counterexample}`)
        console.log(`see it again: ${pc.bold(replayCommand(target.name, found.failure))}`)
        return { runs: found.runs, passed: false }
    } finally {
        await opened.close()
    }
}

try {
    const options = readOptions(
        process.argv.slice(2),
        ALL_TARGETS.map(({ name }) => name)
    )
    main(options).catch(fail)
} catch (error) {
    fail(error)
}

function fail(error: unknown): void {
    console.error(`${pc.red('failed')} ${(error as Error).message}`)
    process.exitCode = 1
}
