// @ts-check
import { runCommand } from './run-command.mjs'

/**
 * Builds everything that runs: packages and tools with tsc, the app with now-sdk.
 * @param {{ progress: import('./progress.mjs').Progress, frozenKeys?: boolean }} options
 */
export async function build({ progress, frozenKeys = false }) {
    await progress.step('build the app, the local instance and the tools', () =>
        Promise.all([
            runCommand('tsc', ['-b']),
            runCommand('now-sdk', ['build', ...(frozenKeys ? ['--frozenKeys'] : [])]),
        ])
    )
}
