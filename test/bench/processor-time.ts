import { readdirSync, readFileSync } from 'node:fs'
import { InstanceClient } from '../../examples/sign-in-flow/instance-client'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { latencies } from './measure'
import type { SpawnedInstance } from './spawn-instance'
import { renewals } from './token-exchange'

const CALLS = 1000
/** Linux counts processor time in hundredths of a second, on every machine (proc(5), USER_HZ). */
const MS_PER_TICK = 10

/** Prints a breakdown of the processor time of a direct and of a proxied renewal; Linux only. */
export async function printProcessorTime({ url, pid }: SpawnedInstance): Promise<void> {
    const { direct, proxied } = await renewals(new InstanceClient(url, OPENFIN_CLIENT_ID))
    console.log(`| ms of processor time, of ${CALLS} renewals in a row | direct | proxied |\n|---|---|---|`)
    await latencies(CALLS / 5, 1, proxied)
    const sides = [await measure(pid, direct), await measure(pid, proxied)]
    for (const part of ['caller', 'main thread', 'other threads'] as const) {
        console.log(`| ${part} | ${sides.map((side) => side[part].toFixed(2)).join(' | ')} |`)
    }
}

async function measure(pid: number, call: () => Promise<void>) {
    const [before, own] = [threads(pid), process.cpuUsage()]
    await latencies(CALLS, 1, call)
    const [after, { user, system }] = [threads(pid), process.cpuUsage(own)]
    return {
        caller: (user + system) / 1000 / CALLS,
        'main thread': (after.main - before.main) / CALLS,
        'other threads': (after.others - before.others) / CALLS,
    }
}

/** Processor time of a process's threads so far, in ms. */
function threads(pid: number): { main: number; others: number } {
    const time = { main: 0, others: 0 }
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
        const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const ticks = Number(fields[11]) + Number(fields[12])
        time[thread === String(pid) ? 'main' : 'others'] += ticks * MS_PER_TICK
    }
    return time
}
