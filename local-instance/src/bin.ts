import { Command, InvalidArgumentError, Option } from 'commander'
import { BASIC_AUTH_MODES, type BasicAuthMode } from './core/basic-auth'
import { NEWEST_RELEASE, RELEASES, type Release } from './core/releases'
import { createLocalInstance } from './create-local-instance'

interface CommandOptions {
    port: number
    data?: string
    release: Release
    basicAuth?: BasicAuthMode
    nodes: number
    runJobs?: boolean
    quiet?: boolean
}

const NAME = 'openfin-servicenow-local-instance'

const command = new Command(NAME)
    .description(
        'Runs the part of a ServiceNow instance that OpenFin for ServiceNow touches, on this machine only.'
    )
    .option('--port <number>', 'TCP port on 127.0.0.1; 0 picks a free one', wholeNumber(0, 65_535), 8181)
    .option('--data <folder>', 'folder for the database; without it, data is lost when the process ends')
    .addOption(
        new Option('--release <name>', 'platform release to reproduce')
            .choices(RELEASES)
            .default(NEWEST_RELEASE)
    )
    .addOption(
        new Option(
            '--basic-auth <mode>',
            'Basic authentication of users who can also sign in to pages'
        ).choices(BASIC_AUTH_MODES)
    )
    .option('--nodes <number>', 'number of nodes that share jobs and events', wholeNumber(1, 16), 1)
    .option('--run-jobs', 'run scheduled jobs on their schedule')
    .option('--quiet', 'print only the ready line and errors')
    .allowExcessArguments(false)
    .action(run)

void command.parseAsync()

async function run(options: CommandOptions): Promise<void> {
    try {
        const instance = await createLocalInstance(options)
        for (const signal of ['SIGTERM', 'SIGINT'] as const) {
            process.once(signal, () => {
                void instance.close().then(() => process.exit(0))
            })
        }
        console.log(`local instance ready at ${instance.url}`)
        if (!options.quiet) {
            console.log('  users     admin/admin  beth.anglin/beth.anglin  abel.tuter/abel.tuter')
            console.log(`  release   ${options.release}`)
            console.log(`  data      ${options.data ?? 'in a temporary folder, deleted on exit'}`)
            console.log('  press Ctrl+C to stop')
        }
    } catch (error) {
        console.error(`${NAME}: ${reason(error, options)}`)
        process.exitCode = 1
    }
}

/** The one-line hint for an expected error. */
function reason(error: unknown, { port, data }: CommandOptions): string {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return `port ${port} is already in use; choose another with --port`
    if (code === 'EACCES' && port < 1024 && !data)
        return `port ${port} requires elevated privileges; choose a port above 1023`
    if (data) return `the data folder ${data} cannot be used: ${firstLine(message)}`
    return firstLine(message)
}

function firstLine(message: string): string {
    return message.split('\n', 1)[0] ?? message
}

function wholeNumber(min: number, max: number): (text: string) => number {
    return (text) => {
        const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN
        if (!(value >= min && value <= max)) {
            throw new InvalidArgumentError(`must be a whole number from ${min} to ${max}.`)
        }
        return value
    }
}
