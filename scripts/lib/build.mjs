// @ts-check
import { join } from 'node:path'
import { buildCli } from '../../cli/scripts/lib/build-cli.mjs'
import { buildClient } from '../../client/scripts/lib/build-client.mjs'
import { buildTypes } from '../../client/scripts/lib/build-types.mjs'
import { buildBasicExample } from '../../examples/basic/build.mjs'
import { checkOthers, checkReferenced } from './check-types.mjs'
import { root, runCommand } from './run-command.mjs'
import { transpile } from './transpile.mjs'

/**
 * Builds everything that runs: packages and tools, and the app with now-sdk.
 * @param {{
 *     progress: import('./progress.mjs').Progress,
 *     types?: boolean,
 *     frozenKeys?: boolean
 * }} options `types` also checks types and writes declarations
 */
export async function build({ progress, types = false, frozenKeys = false }) {
    await buildTools(progress)
    await progress.step('build the client, the example page and the command', buildPages)
    await progress.step(types ? 'build the app, check types' : 'build the app', () =>
        // The server example is checked against the client's declarations.
        Promise.all([buildApp(frozenKeys), types && buildTypes().then(checkReferenced)])
    )
}

/**
 * Builds what runs in Node, which the other builds and the tests need.
 * @param {import('./progress.mjs').Progress} progress
 */
export function buildTools(progress) {
    return progress.step('build the local instance and the tools', transpile)
}

/**
 * Checks the style, for which nothing needs to be built.
 * @throws Error with the findings
 */
export async function checkStyle() {
    await runCommand('eslint', ['.'])
    await runCommand('prettier', ['--check', '.'])
}

/**
 * Checks, after `build` with `types`, the types that it did not check, dead code and imports.
 * @throws Error with the findings
 */
export async function checkBuilt() {
    await checkOthers()
    await runCommand('knip', ['--no-progress'])
    await runCommand('npm', ['run', '--silent', 'lint:imports'])
}

/** The example page is bundled with the client that was just built. */
async function buildPages() {
    await buildCli()
    await buildClient()
    await buildBasicExample(join(root, 'dist/examples/basic'))
}

/** @param {boolean} frozenKeys */
function buildApp(frozenKeys) {
    return runCommand('now-sdk', ['build', ...(frozenKeys ? ['--frozenKeys'] : [])])
}
