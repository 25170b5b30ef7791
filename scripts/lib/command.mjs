// @ts-check
import { Command } from 'commander'

/**
 * A script of package.json as a command line with `--help`; options are added by the caller. Problems are one line on
 * stderr and exit status 1.
 * @param {string} name of the script, such as `start`
 * @param {string} description
 */
export function createCommand(name, description) {
    return new Command(`npm ${['start', 'test'].includes(name) ? name : `run ${name}`} --`)
        .description(description)
        .helpOption('--help', 'show this')
        .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'failed ')) })
}

/**
 * Shows the help if it is asked for, and otherwise hands the arguments on as they are: to a program that reads them
 * itself once it is built.
 * @param {Command} command
 * @returns {string[]}
 */
export function passOn(command) {
    command.allowUnknownOption().allowExcessArguments().parse()
    return process.argv.slice(2)
}
