// @ts-check
import { buildClient } from '../../client/scripts/lib/build-client.mjs'
import { buildTypes } from '../../client/scripts/lib/build-types.mjs'
import { runCommand } from './run-command.mjs'
import { transpile } from './transpile.mjs'

/**
 * Builds everything that runs: packages and tools, and the app with now-sdk.
 * @param {{
 *     progress: import('./progress.mjs').Progress,
 *     types?: boolean,
 *     frozenKeys?: boolean
 * }} options `types` checks types and writes declarations, too
 */
export async function build({ progress, types = false, frozenKeys = false }) {
    await progress.step('build the local instance and the tools', transpile)
    await progress.step('build the client', buildClient)
    await progress.step(types ? 'build the app, check types' : 'build the app', () =>
        Promise.all([
            runCommand('now-sdk', ['build', ...(frozenKeys ? ['--frozenKeys'] : [])]),
            // The server example is checked against the client's declarations.
            types && buildTypes().then(() => runCommand('tsc', ['-b'])),
        ])
    )
}
