// @ts-check
/** Simulates a year of an instance with the app and a provider that rotates refresh tokens, and checks the invariants. */
import { parseArgs } from 'node:util'
import { build } from './lib/build.mjs'
import { deploy } from './lib/deploy.mjs'
import { Progress } from './lib/progress.mjs'
import { root } from './lib/run-command.mjs'

const progress = new Progress()
try {
    const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
    await build({ progress })
    const { playYear } = await import('../dist/tools/examples/year/main.js')
    const holds = await playYear({
        root,
        seed: values.seed,
        deploy: (instanceUrl) => deploy({ instanceUrl, userName: 'admin', password: 'admin' }),
        step: (name, work) => progress.step(name, work),
    })
    if (!holds) process.exitCode = 1
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
