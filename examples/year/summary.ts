import pc from 'picocolors'
import type { ConnectionPlan } from './connections'
import type { Simulated } from './simulate'

/** Prints the history of each connection, the faults, and the findings. */
export function printSummary({
    connections,
    seed,
    proxy: { passed },
    world: { counts, uses },
    verdict: { expected, findings, holds },
}: Simulated & { connections: ConnectionPlan[]; seed: string }): void {
    const head = ['connection', 'access', 'refresh', 'renewed', 'failed', 'used', 'lost', 'at the end']
    const rows = connections.map((plan) => {
        const own = passed.filter(({ client, by }) => client === plan.id && by !== 'check')
        const renewed = own.filter(
            ({ grant, delivered, status }) => grant !== 'authorization_code' && delivered && status === 200
        )
        const { losses = [], lost = null } = expected.get(plan.id) ?? {}
        return [
            plan.name,
            span(plan.accessTokenS),
            plan.refreshTokenS === null ? '–' : span(plan.refreshTokenS),
            String(renewed.length),
            String(own.filter(({ fault }) => fault !== null).length),
            String(uses.filter(({ client }) => client === plan.id).length),
            String(losses.length),
            plan.to !== undefined
                ? 'removed'
                : lost === null
                  ? 'lives'
                  : `reauthorization required (${lost})`,
        ]
    })
    const widths = head.map((name, column) =>
        Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length))
    )
    const line = (cells: string[]) =>
        `  ${cells.map((cell, column) => (column > 0 && column < 7 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd()
    const faults = passed.filter(({ fault }) => fault !== null)
    const count = (kind: string, status?: number) =>
        faults.filter(
            ({ fault }) =>
                fault?.kind === kind &&
                (status === undefined || (fault.kind === 'status' && fault.status === status))
        ).length
    console.log(`\n${pc.bold(line(head))}`)
    for (const row of rows) console.log(line(row))
    console.log(`
  ${passed.length} token requests, ${counts.jobs} runs of the job, ${counts.searches} of the search, and ${counts.notices} of the notices, on two nodes.
  Faults: ${count('silence')} × no response, ${count('status', 503)} × 503, ${count('status', 429)} × 429, ${count('answer lost')} responses lost,
  ${counts.nodesKilled} nodes killed at work, ${counts.instanceRestarts} restarts of the instance. ${counts.consents} consents. Seed ${seed}.
`)
    for (const { what, seen, wrong } of findings) {
        const mark = wrong.length === 0 ? pc.green('✓') : pc.red('✗')
        console.log(`  ${mark} ${what}: ${seen}`)
        for (const one of wrong.slice(0, 20)) console.log(`      ${pc.red(one)}`)
    }
    console.log(`\n  ${holds ? pc.green('All checks passed.') : pc.red('Some checks failed.')}`)
}

function span(seconds: number): string {
    return seconds < 86_400 ? `${seconds / 3600} h` : `${seconds / 86_400} d`
}
