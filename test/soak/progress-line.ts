import pc from 'picocolors'
import type { Tally } from './tally'

/** Update interval on a terminal, in ms; otherwise lines are less frequent. */
const LIVE_MS = 250
const PLAIN_MS = 10_000

/** Reports the progress of the load: one live line on a terminal, otherwise a line every ten seconds. */
export class ProgressLine {
    private readonly start = performance.now()
    private readonly timer: NodeJS.Timeout
    private phase = ''

    constructor(private readonly tally: Tally) {
        const live = process.stdout.isTTY
        this.timer = setInterval(() => this.show(), live ? LIVE_MS : PLAIN_MS)
    }

    /** Reports the next phase. */
    enter(phase: string): void {
        this.clear()
        this.phase = phase
        console.log(`${pc.dim('…')} ${phase}`)
    }

    end(): void {
        clearInterval(this.timer)
        this.clear()
    }

    private show(): void {
        const line = this.line()
        if (process.stdout.isTTY) {
            process.stdout.write(`\r\x1b[2K${line.slice(0, process.stdout.columns - 1)}`)
        } else console.log(line)
    }

    private line(): string {
        const { counts, refusals, losses } = this.tally
        const seconds = Math.round((performance.now() - this.start) / 1000)
        const parts = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
        const sum = (map: Map<string, number>) => [...map.values()].reduce((total, count) => total + count, 0)
        const kinds = [...refusals].sort(([, one], [, other]) => other - one).slice(0, 3)
        const most = kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')
        const refused = `${sum(refusals)} refusals${most ? `: ${most}` : ''}`
        return [`${seconds} s ${this.phase}`, ...parts, `${sum(losses)} lost`, refused].join(' · ')
    }

    private clear(): void {
        if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K')
    }
}
