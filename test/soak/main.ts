import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Gate } from './gate'
import { InstanceTime } from './instance-time'
import { readOptions } from './options'
import { ProcessUnderTest } from './process-under-test'
import { ProgressLine } from './progress-line'
import { RecordLedger } from './record-ledger'
import { printReport } from './report'
import { runSoak } from './run-soak'
import { SignIns } from './sign-ins'
import { Tally } from './tally'
import { TokenLedger } from './token-ledger'
import { Troubles } from './troubles'

/**
 * Runs the soak. The exit status is 1 if anything was lost or the soak could not run, 130 if it was
 * interrupted. The data is kept if anything was lost.
 */
export async function main(args: string[]): Promise<void> {
    const options = readOptions(args)
    const again = `--seed ${options.seed} --clients ${options.clients} --minutes ${options.loadMs / 60_000}`
    console.log(`npm run soak -- ${again}`)
    const data = mkdtempSync(join(tmpdir(), 'soak-'))
    const tally = new Tally()
    const gate = new Gate()
    const under = new ProcessUnderTest(data, (how) => tally.lost(`the process ended by itself: ${how}`))
    const progress = new ProgressLine(tally)
    const interrupt = () => {
        progress.end()
        gate.end()
        void under.close().then(() => {
            rmSync(data, { recursive: true, force: true })
            console.error('interrupted')
            process.exit(130)
        })
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt)
    const soak = {
        name: options.seed,
        process: under,
        gate,
        time: new InstanceTime(),
        troubles: new Troubles(),
        tokens: new TokenLedger(tally),
        signIns: new SignIns(),
        records: new RecordLedger(),
        tally,
        secrets: new Set<string>(),
    }
    try {
        const facts = await runSoak(soak, { data, options, progress })
        progress.end()
        printReport(tally, facts)
    } finally {
        progress.end()
        gate.end()
        await under.close()
        const printed = lastOf(under.output)
        if (printed) console.log(`\nwhat the process printed, besides that it is ready:\n${printed}`)
    }
    if (tally.losses.size === 0) return rmSync(data, { recursive: true, force: true })
    console.log(`the data is kept in ${data}`)
    process.exitCode = 1
}

function lastOf(output: string): string {
    const lines = output.trim().split('\n')
    return lines
        .filter((line) => !line.startsWith('local instance ready'))
        .slice(-20)
        .join('\n')
}
