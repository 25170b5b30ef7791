import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { version } from '../../package.json'
import { Failure } from '../failure'
import type { VerificationDocument } from './document'

/**
 * The two files of a report: Markdown and JSON, beside each other.
 *
 * @param file with the extension of either, or with neither
 */
export function reportFiles(file: string): [markdown: string, json: string] {
    const extension = extname(file).toLowerCase()
    const stem = ['.md', '.json'].includes(extension) ? file.slice(0, -extension.length) : file
    return [`${stem}.md`, `${stem}.json`]
}

/** @throws Failure `invalid_report_file` if a report could not be written, before anything is asked or sent */
export function checkReportFile(file: string | undefined): void {
    if (file === undefined) return
    for (const path of reportFiles(resolve(file))) {
        try {
            accessSync(dirname(path), constants.W_OK)
            if (existsSync(path)) accessSync(path, constants.W_OK)
            if (existsSync(path) && !statSync(path).isFile()) throw new TypeError('no file')
        } catch {
            throw new Failure('invalid_report_file', `The report ${path} cannot be written.`)
        }
    }
}

/** Writes both files. @throws Failure `report_not_written` */
export function writeReport(file: string, document: VerificationDocument, started: Date): void {
    const about = { tool: `openfin-servicenow ${version}`, date: started.toISOString().slice(0, 10) }
    const [markdown, json] = reportFiles(file)
    try {
        writeFileSync(json, `${JSON.stringify({ ...about, ...document, left: undefined }, null, 4)}\n`)
        writeFileSync(markdown, markdownOf(document, about))
    } catch {
        throw new Failure('report_not_written', `The report ${markdown} could not be written.`, 1)
    }
}

function markdownOf(
    { ok, release, results, assumptions }: VerificationDocument,
    { tool, date }: { tool: string; date: string }
): string {
    const seen = assumptions.filter(({ status }) => status !== 'unknown')
    const unknown = assumptions.filter(({ status }) => status === 'unknown')
    return [
        '# Verification of OpenFin for ServiceNow',
        '',
        `${tool}, ${date}, release ${release ?? 'unknown'}: ${ok ? 'nothing failed' : 'something failed'}.`,
        '',
        'This report holds no address of the instance, no names and no secrets.',
        '',
        '## Checks',
        '',
        ...table(
            ['check', 'result', 'reason'],
            results.map(({ name, status, reason }) => [name, status, reason])
        ),
        '',
        '## Assumptions about the platform',
        '',
        'Ids are those of `local-instance/fidelity`.',
        '',
        ...table(
            ['row', 'result', 'evidence'],
            seen.map(({ id, status, evidence }) => [id, status, evidence])
        ),
        '',
        `### Unknown (${unknown.length})`,
        '',
        ...table(
            ['row', 'reason'],
            unknown.map(({ id, evidence }) => [id, evidence])
        ),
        '',
    ].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
    const line = (cells: readonly string[]) =>
        `| ${cells.map((cell) => cell.replace(/[\r\n]+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`
    return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
