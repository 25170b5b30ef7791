// @ts-check
/** Simulates a year of an instance with the app and a provider that rotates refresh tokens, and checks the invariants. */
import { build } from './lib/build.mjs'
import { createCommand } from './lib/command.mjs'
import { deploy } from './lib/deploy.mjs'
import { Progress } from './lib/progress.mjs'
import { root } from './lib/run-command.mjs'

const progress = new Progress()
try {
    /** @type {{ seed: string }} */
    const { seed } = createCommand(
        'simulate:year',
        'Simulates a year of token refreshes with faults, and draws its chart.'
    )
        .option('--seed <text>', 'what the faults follow from', '1')
        .parse()
        .opts()
    await build({ progress })
    const { playYear } = await import('../dist/tools/examples/year/main.js')
    const holds = await playYear({
        root,
        seed,
        deploy: (instanceUrl) => deploy({ instanceUrl, userName: 'admin', password: 'admin' }),
        step: (name, work) => progress.step(name, work),
    })
    if (!holds) process.exitCode = 1
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
