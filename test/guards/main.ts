import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import { ROOT } from '../support/deploy'
import { ALL_GUARDS } from './all-guards'
import { runTests } from './run-tests'
import { build, isDeployed, takeOut } from './take-out'
import { copyProject } from '../support/copy-project'

/**
 * Takes each guard out in turn, in a copy of the project, and sees its test fail: a test that passes without what it
 * tests would be worth nothing. Arguments are numbers of hard cases (`H17 H22`), else all are tried.
 */
function main(wanted: string[]): void {
    const guards = ALL_GUARDS.filter((guard) => wanted.length === 0 || wanted.includes(guard.case)).sort(
        (one, other) => Number(isDeployed(one)) - Number(isDeployed(other))
    )
    if (guards.length === 0) throw new Error(`No guard is known for ${wanted.join(', ')}.`)
    const copy = join(ROOT, 'dist/guards')
    copyProject(copy)
    console.log('… build a copy and run the tests with every guard in place')
    build(copy, 'local-instance')
    build(copy, 'app')
    build(copy, 'client')
    const files = [...new Set(guards.map(({ test }) => test))]
    const whole = runTests(copy, files, { deploy: true })
    if (whole.failed.length + whole.broken.length > 0) {
        throw new Error(`These fail already:\n${[...whole.failed, ...whole.broken].join('\n')}`)
    }
    console.log(`${pc.green('✓')} ${whole.passed} tests pass`)
    const unseen = guards.filter((guard, index) => !report(guard, `${index + 1}/${guards.length}`, copy))
    rmSync(copy, { recursive: true, force: true })
    console.log(`${guards.length} guards taken out, ${guards.length - unseen.length} noticed by a test`)
    if (unseen.length > 0) process.exitCode = 1
}

function report(guard: (typeof ALL_GUARDS)[number], count: string, copy: string): boolean {
    const start = performance.now()
    const verdict = takeOut(copy, guard)
    const seconds = pc.dim(`${((performance.now() - start) / 1000).toFixed(0)} s`)
    const what = `${count} ${guard.case} without ${guard.what}`
    if (verdict.seen) console.log(`${pc.green('✓')} ${what}: ${verdict.failed.length} tests fail ${seconds}`)
    else console.log(`${pc.red('✗')} ${what}: ${verdict.why} ${seconds}`)
    return verdict.seen
}

try {
    main(process.argv.slice(2))
} catch (error) {
    console.error(`${pc.red('failed')} ${(error as Error).message}`)
    process.exitCode = 1
}
