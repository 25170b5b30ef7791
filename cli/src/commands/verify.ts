import { setTimeout } from 'node:timers/promises'
import openInBrowser from 'open'
import { SetupError } from '../../../setup/setup-error'
import type { Failure } from '../failure'
import { plain, type Io } from '../io'
import type { CommonOptions } from '../options'
import { leftText, resultLine, summaryText } from '../render/verification'
import { runCommand, type Result, type Signed } from '../run-command'
import { documentOf } from '../verify/document'
import { checkReportFile, reportFiles, writeReport } from '../verify/report'
import type { UndoList } from '../verify/undo-list'
import { verify, type Outcome } from '../verify/verification'

/** Options of `verify`, as given. */
export interface VerifyCommandOptions extends CommonOptions {
    report?: string
    open?: boolean
    slow?: boolean
    offSwitch?: boolean
    outbound?: boolean
}

/** Time that a person has for one sign-in or consent, in ms. */
const PATIENCE_MS = 600_000

/** `openfin-servicenow verify`: plays the contract against an instance, with a person's sign-in in a browser. */
export function verifyCommand(io: Io, options: VerifyCommandOptions) {
    return runCommand(io, options, {
        check: () => checkReportFile(options.report),
        run: (signed) => run(signed, options),
    })
}

async function run(signed: Signed, options: VerifyCommandOptions): Promise<Result> {
    const { io, instanceUrl, client, json } = signed
    const started = new Date()
    const endsAtOnce = tellOfAbruptEnd(io, instanceUrl)
    const outcome = await verify({
        instanceUrl,
        client: { ...client, signal: io.signal },
        ...{
            slow: options.slow ?? false,
            offSwitch: options.offSwitch ?? false,
            outbound: options.outbound ?? false,
        },
        open: (url) => show(io, url, options.open ?? true),
        note: (text) => io.note(text),
        hide: (secret) => io.hide(secret),
        onPlan: (lines) => {
            io.note(`verify creates on ${instanceUrl}, and takes away at the end:`)
            for (const line of lines) io.note(`  - ${line}`)
            io.note(
                'Sign in as a test user: other OpenFin sessions of that user end, as the tokens are revoked.'
            )
        },
        onResult: (result) => io.note(resultLine(io, result)),
        onUndo: endsAtOnce.watch,
        pause: (ms) => pause(ms, io.signal),
        rest: (ms) => setTimeout(ms),
        patienceMs: PATIENCE_MS,
    }).finally(endsAtOnce.stop)
    return finish(signed, options, { outcome, started, json })
}

function finish(
    { io, instanceUrl }: Signed,
    { report }: VerifyCommandOptions,
    { outcome, started, json }: { outcome: Outcome; started: Date; json: boolean }
): Result {
    const { left, error, results } = outcome
    if (left.length > 0) io.note(leftText(io, instanceUrl, left))
    if (error) io.note(`${io.noteColors.red('error')} ${plain(messageOf(error, left.length > 0))}`)
    if (!json) io.print(summaryText(io, outcome))
    const document = documentOf(outcome)
    if (report !== undefined) {
        writeReport(report, document, started)
        io.note(`Report: ${reportFiles(report).join(', ')}`)
    }
    const isWrong = left.length > 0 || results.some(({ status }) => status === 'failed')
    const exitStatus = isWrong ? 1 : (error?.exitStatus ?? 0)
    const told = error && { error: { code: error.code, message: messageOf(error, left.length > 0) } }
    return { exitStatus, document: { ...document, ...told } }
}

function messageOf({ code, message }: Failure, isLeft: boolean): string {
    if (code !== 'interrupted') return message
    return isLeft ? 'Interrupted.' : 'Interrupted. What verify had created is taken away.'
}

async function show(io: Io, url: string, opens: boolean): Promise<void> {
    io.note(`open ${url}`)
    if (!opens) return
    try {
        await openInBrowser(url)
    } catch {
        io.note('The browser could not be opened. Open the address yourself.')
    }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
    await setTimeout(ms, undefined, { signal }).catch(() => {
        throw new SetupError('interrupted', 'Interrupted.')
    })
}

/** Says what stays on the instance where this process ends before it was taken away, as by a second Ctrl+C. */
function tellOfAbruptEnd(io: Io, instanceUrl: string) {
    let undo: UndoList | undefined
    const tell = () => {
        const left = undo?.left() ?? []
        if (left.length > 0) io.note(leftText(io, instanceUrl, left))
    }
    process.once('exit', tell)
    return {
        watch: (list: UndoList) => {
            undo = list
        },
        stop: () => void process.off('exit', tell),
    }
}
