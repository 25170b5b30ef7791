import { Command, CommanderError } from 'commander'
import { version } from '../package.json'
import { adoptCommand, type AdoptCommandOptions } from './commands/adopt'
import { atfCommand, type AtfCommandOptions } from './commands/atf'
import { doctorCommand, type DoctorCommandOptions } from './commands/doctor'
import { setupCommand, type SetupCommandOptions } from './commands/setup'
import { statusCommand } from './commands/status'
import { verifyCommand, type VerifyCommandOptions } from './commands/verify'
import { Failure, type ExitStatus } from './failure'
import type { Io } from './io'
import { listOption, withCommonOptions, type CommonOptions } from './options'
import { reportFailure } from './run-command'

const SIGN_IN = `
Sign-in, the first that is there:
  SN_ACCESS_TOKEN                                     an OAuth access token
  SN_SDK_OAUTH_CLIENT_ID, SN_SDK_OAUTH_CLIENT_SECRET  OAuth client credentials
  SN_SDK_USER, SN_SDK_USER_PWD                        Basic, where the instance still allows it
  otherwise questions, where there is a terminal      in the browser (OAuth) first
SN_SDK_AUTH_TYPE (oauth or basic) chooses, SN_SDK_INSTANCE_URL stands in for --instance.

Exit status: 0 all well, 1 something is or was left wrong, 2 could not look or begin.`

/** Runs the command line; resolves to the exit status, and never rejects. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
    let exitStatus: ExitStatus = 0
    const program = new Command('openfin-servicenow')
        .description('Sets up OpenFin for ServiceNow on an instance, and says what is wrong there.')
        .version(version)
        .exitOverride()
        .configureOutput({
            writeOut: (text) => io.print(text.trimEnd()),
            // Told below, once, together with the document of --json.
            writeErr: () => undefined,
        })
        .addHelpText('after', SIGN_IN)
    addCommands(program, io, (status) => {
        exitStatus = status
    })
    const json = args.includes('--json')
    const isAsked = args.some((arg) => !arg.startsWith('-') || /^(-h|--help|-V|--version)$/.test(arg))
    if (!isAsked) {
        io.note(program.helpInformation())
        return reportFailure(io, new Failure('no_command', 'Which command?'), json)
    }
    try {
        await program.parseAsync([...args], { from: 'user' })
        return exitStatus
    } catch (error) {
        if (error instanceof CommanderError && error.exitCode === 0) return 0
        return reportFailure(io, usageFailure(error), json)
    }
}

function usageFailure(error: unknown): Failure {
    if (!(error instanceof CommanderError)) return new Failure('internal_error', 'Unexpected error.')
    const message = error.message.replace(/^error: /, '').trim()
    const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}`.replace(/([^.?)])$/, '$1.')
    return new Failure('invalid_option', `${sentence} See --help.`)
}

type Report = (status: ExitStatus) => void

function addCommands(program: Command, io: Io, report: Report): void {
    const origins = () =>
        listOption('--origin <origin...>', 'origins of the apps, such as https://app.example.com')
    const callbacks = () => listOption('--callback <url...>', 'callback pages of browser apps')
    withCommonOptions(program.command('setup'))
        .description(
            'bring the registration, the CORS rules and the route into line for the origins of your apps'
        )
        .addOption(origins())
        .addOption(callbacks().default(undefined, 'as registered'))
        .addOption(listOption('--api <name...>', 'further APIs: attachment, batch'))
        .option('--route <route>', 'how browsers obtain tokens: proxy or direct')
        .option('--dry-run', 'show what would change, and write nothing')
        .option('--yes', 'do not ask')
        .addHelpText(
            'after',
            examples(
                'setup --instance https://example.service-now.com --origin https://app.example.com',
                'setup --origin https://a.example.com https://b.example.com --callback https://a.example.com/callback.html',
                'setup --origin https://app.example.com --route direct --yes --json'
            )
        )
        .action(async (options: SetupCommandOptions) => report(await setupCommand(io, options)))
    withCommonOptions(program.command('doctor'))
        .description('find what keeps people from signing in, with a fix for each finding; writes nothing')
        .addOption(origins())
        .addOption(callbacks())
        .addHelpText(
            'after',
            examples(
                'doctor --instance https://example.service-now.com',
                'doctor --origin https://app.example.com --callback https://app.example.com/callback.html',
                'doctor --json > findings.json'
            )
        )
        .action(async (options: DoctorCommandOptions) => report(await doctorCommand(io, options)))
    withCommonOptions(program.command('status'))
        .description('show tokens by outcome, what needs people, and the next ends')
        .addHelpText('after', examples('status --instance https://example.service-now.com', 'status --json'))
        .action(async (options: CommonOptions) => report(await statusCommand(io, options)))
    withCommonOptions(program.command('atf'))
        .description('run the test suite of the app on the instance, and print its results')
        .option('--time-limit <minutes>', 'how long to wait for the end of the run', '30')
        .addHelpText('after', examples('atf --instance https://test.service-now.com', 'atf --json'))
        .action(async (options: AtfCommandOptions) => report(await atfCommand(io, options)))
    withCommonOptions(program.command('verify'))
        .description(
            'play the contract of the app as a client does, with a sign-in in the browser; takes away what it creates'
        )
        .option('--report <file>', 'write the results to FILE.md and FILE.json, for an issue')
        .option('--no-open', 'do not open the browser')
        .option('--slow', 'also what takes more consents and two minutes: Deny, and the end of a code')
        .option(
            '--outbound',
            'also a connection of the instance to itself, and its renewal: one more consent, minutes'
        )
        .option('--off-switch', 'also both switches, which close the open routes for everybody for a moment')
        .addHelpText(
            'after',
            examples(
                'verify --instance https://test.service-now.com',
                'verify --report openfin-report --no-open',
                'verify --slow --off-switch --json'
            )
        )
        .action(async (options: VerifyCommandOptions) => report(await verifyCommand(io, options)))
    withCommonOptions(program.command('adopt'))
        .description(
            'note that a copied instance has connections of its own, so that its tokens are refreshed'
        )
        .option('--yes', 'do not ask')
        .addHelpText('after', examples('adopt --instance https://test.service-now.com'))
        .action(async (options: AdoptCommandOptions) => report(await adoptCommand(io, options)))
}

function examples(...lines: string[]): string {
    return `\nExamples:\n${lines.map((line) => `  npx openfin-servicenow ${line}`).join('\n')}`
}
