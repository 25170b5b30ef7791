import type { ClientOptions } from '../../setup/instance-client'
import { SetupError } from '../../setup/setup-error'
import { Failure, toFailure, type ExitStatus } from './failure'
import { plain, type Io } from './io'
import { instanceOf, type CommonOptions } from './options'
import { rejectionHint, signIn } from './sign-in/sign-in'

/** What a command works with once it is signed in. */
export interface Signed {
    io: Io
    /** Origin of the instance. */
    instanceUrl: string
    /** For reads; ended by Ctrl+C. */
    client: ClientOptions & { authorization: string }
    json: boolean
}

/** How a command ended. */
export interface Result {
    exitStatus: ExitStatus
    /** What `--json` prints. */
    document: object
}

/**
 * Signs in, runs a command, prints its document where `--json` is given, and turns every failure into a message, a
 * document and an exit status.
 *
 * @param check validates options before anything is asked or sent
 */
export async function runCommand(
    io: Io,
    options: CommonOptions,
    { check, run }: { check?: () => void; run: (signed: Signed) => Promise<Result> }
): Promise<ExitStatus> {
    try {
        const instanceUrl = instanceOf(options, io)
        check?.()
        const session = await signIn(io, instanceUrl)
        const client = { authorization: session.authorization, signal: io.signal }
        const { exitStatus, document } = await run({
            io,
            instanceUrl,
            client,
            json: options.json ?? false,
        }).catch((error: unknown) => {
            if (!(error instanceof SetupError) || error.code !== 'not_authenticated') throw error
            throw new Failure('not_authenticated', `${error.message} ${rejectionHint(session)}`)
        })
        if (options.json) io.print(JSON.stringify(document, null, 4))
        return exitStatus
    } catch (error) {
        return reportFailure(io, toFailure(error), options.json ?? false)
    }
}

/** Tells of a failure: a message on standard error, and a document where `--json` is given. */
export function reportFailure(io: Io, { code, message, exitStatus }: Failure, json: boolean): ExitStatus {
    io.note(`${io.noteColors.red('error')} ${plain(message)}`)
    if (json) io.print(JSON.stringify({ ok: false, error: { code, message } }, null, 4))
    return exitStatus
}
