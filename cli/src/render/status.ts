import Table from 'cli-table3'
import { OUTCOMES } from '../../../setup/status/counts'
import type { TokenStatus } from '../../../setup/status/read-status'
import { plain, type Io } from '../io'

/** Rows of a list in a terminal; `--json` has more. */
const MOST_ROWS = 25

/** Counts, what needs people, and the next ends, as tables. */
export function statusText({ colors }: Io, { counts, needsPeople, nextEnds }: TokenStatus): string {
    const others = Object.keys(counts).filter((name) => !(OUTCOMES as readonly string[]).includes(name))
    const outcomes = [...OUTCOMES, ...others].map((name) => [plain(name), String(counts[name] ?? 0)])
    const lines = [colors.bold('Tokens by outcome'), rows(['Outcome', 'Tokens'], outcomes), '']
    lines.push(colors.bold('Needs people'))
    if (needsPeople.length === 0) lines.push('Nothing.')
    else {
        const shown = needsPeople.slice(0, MOST_ROWS)
        const cells = shown.map((one) => [
            one.rule || '(no rule)',
            one.table,
            one.requestor,
            one.outcome,
            one.link,
        ])
        lines.push(rows(['Rule', 'Table', 'Record', 'Outcome', 'Open'], cells))
        if (shown.length < needsPeople.length)
            lines.push(`${needsPeople.length - shown.length} more with --json.`)
    }
    lines.push('', colors.bold('Next ends of refresh tokens'))
    const ends = nextEnds.map(({ expires, requestor, profile }) => [expires, requestor, profile])
    lines.push(ends.length === 0 ? 'None.' : rows(['Ends (UTC)', 'Record', 'Profile'], ends))
    return lines.join('\n')
}

function rows(head: string[], cells: string[][]): string {
    const table = new Table({ head, style: { head: [], border: [] } })
    for (const row of cells) table.push(row.map(plain))
    return table.toString()
}
