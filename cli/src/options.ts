import { Option, type Command } from 'commander'
import { checkInstanceUrl } from '../../setup/addresses'
import { Failure } from './failure'
import type { Io } from './io'

/** Options of every command. */
export interface CommonOptions {
    instance?: string
    json?: boolean
}

/** Adds what every command takes. */
export function withCommonOptions(command: Command): Command {
    return command
        .addOption(
            new Option('--instance <url>', 'instance, such as https://example.service-now.com').env(
                'SN_SDK_INSTANCE_URL'
            )
        )
        .option('--json', 'print one JSON document on standard output and nothing else there')
}

/** Adds a list that is given by repeating the option, or by several values after it. */
export function listOption(flags: string, description: string): Option {
    return new Option(flags, description).argParser((value: string, list: string[] | undefined) => [
        ...(list ?? []),
        value,
    ])
}

/** The instance's origin; a host alone stands for https. @throws Failure, SetupError */
export function instanceOf({ instance }: CommonOptions, { env }: Io): string {
    const text = (instance ?? env['SN_SDK_INSTANCE_URL'] ?? '').trim()
    if (text === '') {
        throw new Failure('no_instance', 'Which instance? Give --instance URL, or set SN_SDK_INSTANCE_URL.')
    }
    return checkInstanceUrl(/^[\w.-]+(:\d+)?\/?$/.test(text) ? `https://${text}` : text)
}
