/** A line of the report: what was measured, the result, and the target. */
export interface Figure {
    name: string
    value: string
    limit: string
    met: boolean
}

/** Prints figures as a table for docs/benchmarks.md. */
export function printReport(figures: Figure[]): void {
    console.log('| figure | measured | target | met |\n|---|---|---|---|')
    for (const { name, value, limit, met } of figures) {
        console.log(`| ${name} | ${value} | ${limit} | ${met ? 'yes' : 'no'} |`)
    }
}
