import { plain, type Io } from '../io'
import type { CheckResult } from '../verify/results'
import type { Left } from '../verify/undo-list'
import type { Outcome } from '../verify/verification'

/** One check, for standard error, as it ends. */
export function resultLine({ noteColors }: Io, { name, status, reason }: CheckResult): string {
    const marks = {
        passed: noteColors.green('✓'),
        failed: noteColors.red('✗'),
        skipped: noteColors.yellow('–'),
    }
    return `${marks[status]} ${name.padEnd(22)} ${plain(reason)}`
}

/** What the run came to. */
export function summaryText({ colors }: Io, { ok, release, results, assumptions }: Outcome): string {
    const count = (list: readonly { status: string }[], status: string) =>
        list.filter((one) => one.status === status).length
    const failed = results.filter(({ status }) => status === 'failed')
    const refuted = assumptions.filter(({ status }) => status === 'refuted')
    return [
        ...failed.map(({ name, reason }) => `${colors.red('✗')} ${colors.bold(name)} ${plain(reason)}`),
        ...refuted.map(
            ({ id, evidence }) => `${colors.yellow('!')} ${colors.bold(id)} is refuted: ${plain(evidence)}`
        ),
        `${ok ? colors.green('✓') : colors.red('✗')} ${count(results, 'passed')} passed, ${failed.length} failed, ${count(results, 'skipped')} skipped; assumptions: ${count(assumptions, 'confirmed')} confirmed, ${refuted.length} refuted, ${count(assumptions, 'unknown')} unknown; release ${release ?? 'unknown'}.`,
    ].join('\n')
}

/** What stays on the instance, and what to do about it. */
export function leftText({ noteColors }: Io, instanceUrl: string, left: readonly Left[]): string {
    const lines = left.map(({ table, sysId, what }) => {
        const link =
            sysId === '' ? `${instanceUrl}/${table}_list.do` : `${instanceUrl}/${table}.do?sys_id=${sysId}`
        return `  ${plain(what)} ${link}`
    })
    return [`${noteColors.red('left')} This is still on the instance:`, ...lines].join('\n')
}
