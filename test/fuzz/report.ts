import pc from 'picocolors'

/** Shows the progress of a target: live on a terminal, otherwise a periodic line. */
export class RunReport {
    private readonly start = performance.now()
    private done = 0
    private shownAt = this.start

    constructor(
        private readonly name: string,
        private readonly runs: number
    ) {}

    /** Counts a run. */
    tick(): void {
        this.done += 1
        // The clock is read rarely, since the fastest targets make a hundred thousand runs per second.
        if (this.done % 16 !== 0) return
        const now = performance.now()
        if (now - this.shownAt < (process.stdout.isTTY ? 200 : 15_000)) return
        this.shownAt = now
        if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${pc.dim('…')} ${this.line()}`)
        else console.log(`… ${this.line()}`)
    }

    /** The last line. */
    end(passed: boolean): void {
        const mark = passed ? pc.green('✓') : pc.red('✗')
        console.log(`${process.stdout.isTTY ? '\r\x1b[2K' : ''}${mark} ${this.line()}`)
    }

    private line(): string {
        const seconds = (performance.now() - this.start) / 1000
        const rate = Math.round(this.done / Math.max(seconds, 0.001))
        const count = (value: number) => value.toLocaleString('en')
        return `${this.name}: ${count(this.done)} of ${count(this.runs)} runs ${pc.dim(`${seconds.toFixed(1)} s, ${count(rate)} a second`)}`
    }
}
