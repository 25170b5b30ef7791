import type { Severity } from '../../../setup/doctor/codes'
import type { Finding } from '../../../setup/doctor/report'
import type { Diagnosis } from '../../../setup/doctor/run-doctor'
import { plain, type Io } from '../io'

/** Findings with their fixes, the worst first, and what passed or could not be seen. */
export function diagnosisText({ colors }: Io, diagnosis: Diagnosis): string {
    const { findings, passed, unknown, release } = diagnosis
    const marks: Record<Severity, string> = {
        error: colors.red('✗ error  '),
        warning: colors.yellow('! warning'),
        info: colors.cyan('i info   '),
    }
    const told = ({ severity, code, message, fix, link }: Finding) => [
        `${marks[severity]} ${colors.bold(code)}`,
        `            ${plain(message)}`,
        `            ${colors.dim('Fix:')} ${plain(fix)}`,
        ...(link === null ? [] : [`            ${colors.dim('Open:')} ${plain(link)}`]),
        '',
    ]
    const ofSeverity = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted)
    const [errors, warnings, infos] = [ofSeverity('error'), ofSeverity('warning'), ofSeverity('info')]
    const lines = [...errors, ...warnings, ...infos].flatMap(told)
    if (unknown.length > 0) {
        lines.push(colors.bold('Could not be checked'))
        for (const { code, reason } of unknown) lines.push(`  ? ${code.padEnd(26)} ${plain(reason)}`)
        lines.push('')
    }
    const counts = [
        [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'remark')].join(', '),
        `${count(passed, 'check')} passed, ${unknown.length} could not be made`,
        `release ${release ?? 'unknown'}`,
    ]
    lines.push(`${diagnosis.ok ? colors.green('✓') : colors.red('✗')} ${counts.join('; ')}.`)
    return lines.join('\n')
}

function count(list: readonly unknown[], noun: string): string {
    return `${list.length} ${noun}${list.length === 1 ? '' : 's'}`
}
