import { setTimeout } from 'node:timers/promises'
import { createInstanceClient } from '../../../setup/instance-client'
import { runTests } from '../../../setup/run-tests'
import { Failure } from '../failure'
import { plain, type Io } from '../io'
import type { CommonOptions } from '../options'
import { runCommand } from '../run-command'

/** Between two looks at the progress, in ms. */
const PAUSE_MS = 1000

const MINUTE_MS = 60_000
/** A day: later, nobody waits. */
const MOST_MINUTES = 1440

export interface AtfCommandOptions extends CommonOptions {
    /** Minutes for the whole run, as text. */
    timeLimit: string
}

/** `openfin-servicenow atf`: runs the app's test suite, and prints how each test ended. */
export function atfCommand(io: Io, options: AtfCommandOptions) {
    const minutes = Number(options.timeLimit)
    return runCommand(io, options, {
        check() {
            if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return
            throw new Failure('invalid_option', `--time-limit takes whole minutes from 1 to ${MOST_MINUTES}.`)
        },
        async run({ instanceUrl, client, json }) {
            io.note(`Running the tests on ${instanceUrl}`)
            const pause = () => setTimeout(PAUSE_MS, undefined, { signal: io.signal })
            const run = await runTests(createInstanceClient(instanceUrl, client), {
                pause,
                now: Date.now,
                limitMs: minutes * MINUTE_MS,
            })
            if (!json) {
                for (const { name, status, output } of run.tests) {
                    const passed = status.startsWith('success')
                    const mark = passed ? io.colors.green('✓') : io.colors.red('✗')
                    io.print(`${mark} ${plain(name)}${passed ? '' : `: ${plain(output)}`}`)
                }
                io.print(run.ok ? 'All tests passed.' : plain(run.message) || 'Tests failed.')
            }
            return { exitStatus: run.ok ? 0 : 1, document: run }
        },
    })
}
