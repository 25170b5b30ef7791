// @ts-check
import { InvalidArgumentError, Option } from 'commander'
import { createCommand } from './command.mjs'

/**
 * @typedef {{
 *     port: number,
 *     once?: boolean,
 *     setup: boolean,
 *     skipBuild?: boolean,
 *     basicAuth: 'allowed' | 'tracking' | 'enforced' | undefined
 * }} StartOptions `basicAuth` is what the instance does with Basic authentication, see local-instance/README.md
 */

/** @returns {StartOptions} */
export function readStartOptions() {
    const basicAuth = new Option('--basic-auth <mode>', 'what the instance does with Basic authentication')
    return createCommand(
        'start',
        'Builds the app, starts a local instance, deploys the app to it, sets it up, performs one sign-in, and serves the instance and an example page.'
    )
        .option('--port <number>', 'port of the instance; 0 for any free one', readPort, 8181)
        .option(
            '--no-setup',
            'start an instance that nobody has set up, to try the setup page or the command'
        )
        .option('--once', 'end after the sign-in; exit status 0 if it passed')
        .option('--skip-build', 'use what the last build made')
        .addOption(basicAuth.choices(['allowed', 'tracking', 'enforced']))
        .parse()
        .opts()
}

/** @param {string} text */
function readPort(text) {
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) {
        throw new InvalidArgumentError('It must be a number up to 65535.')
    }
    return Number(text)
}
