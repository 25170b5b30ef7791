import pc from 'picocolors'
import type { Tally } from './tally'
import type { Vitals } from './vitals'

const MB = 1024 * 1024

/** Prints the actions and refusals, and finally the losses. */
export function printReport(tally: Tally, facts: [name: string, value: string][]): void {
    const counts = Object.entries(tally.counts).map(([name, count]): [string, string] => [
        name,
        String(count),
    ])
    section('done', [...counts, ...list(tally.notes), ...facts])
    section('trouble made', list(tally.troubles))
    section('refused, each explained by the trouble of the moment', list(tally.refusals))
    section('lost', list(tally.losses))
    const lost = [...tally.losses.values()].reduce((sum, count) => sum + count, 0)
    console.log(lost === 0 ? `\n${pc.green('✓')} nothing was lost` : `\n${pc.red('✗')} ${lost} lost`)
}

/** The process at rest, as a fact of the report. */
export function vitalsInWords({ memory, threads, files, sockets }: Vitals): string {
    return `${Math.round(memory / MB)} MB, ${threads} threads, ${files} files, ${sockets} sockets`
}

function list(counts: ReadonlyMap<string, number>): [string, string][] {
    return [...counts].sort(([, one], [, other]) => other - one).map(([name, count]) => [name, String(count)])
}

function section(title: string, lines: [string, string][]): void {
    console.log(`\n${pc.bold(title)}`)
    if (lines.length === 0) console.log('  nothing')
    const width = Math.max(0, ...lines.map(([name]) => name.length))
    for (const [name, value] of lines) console.log(`  ${name.padEnd(width)}  ${value}`)
}
