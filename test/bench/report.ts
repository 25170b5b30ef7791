/** A line of the report: what was measured, what came out, and what it has to be. */
export interface Figure {
    name: string
    value: string
    limit: string
    met: boolean
}

/** Prints figures as a table that can go into docs/benchmarks.md as it is. */
export function printReport(figures: Figure[]): void {
    console.log('| figure | measured | target | met |\n|---|---|---|---|')
    for (const { name, value, limit, met } of figures) {
        console.log(`| ${name} | ${value} | ${limit} | ${met ? 'yes' : 'no'} |`)
    }
}
