import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Guard } from './guard'
import { runTests } from './run-tests'

/** What a test made of a missing guard: it failed, as it should, or not, or it could not be tried. */
export type Verdict = { seen: true; failed: string[] } | { seen: false; why: string }

/** Takes a guard out of the copy, runs its test and puts the guard back. */
export function takeOut(copy: string, guard: Guard): Verdict {
    const file = join(copy, guard.file)
    const original = readFileSync(file, 'utf8')
    const found = original.split(guard.find).length - 1
    if (found !== 1) return { seen: false, why: `its text occurs ${found} times in ${guard.file}` }
    // A function, since a text would give `$` a meaning.
    writeFileSync(
        file,
        original.replace(guard.find, () => guard.replace)
    )
    try {
        const deploy = isDeployed(guard)
        if (deploy) build(copy, 'app')
        else if (guard.file.startsWith('client/')) build(copy, 'client')
        else if (!guard.test.startsWith('src/')) build(copy, 'local-instance')
        const run = runTests(copy, [guard.test], { name: `\\b${guard.case}\\b`, deploy })
        if (run.broken.length > 0) return { seen: false, why: `the test file broke: ${run.broken[0]}` }
        if (run.failed.length > 0) return { seen: true, failed: run.failed }
        return { seen: false, why: run.passed > 0 ? 'its test passed all the same' : 'no test has that name' }
    } catch (error) {
        return { seen: false, why: (error as Error).message }
    } finally {
        writeFileSync(file, original)
    }
}

/** Whether the guard stands in what is deployed, and its test asks the deployed app. */
export function isDeployed({ file, test }: Guard): boolean {
    return /^src\/(server|fluent)\//.test(file) && test.startsWith('test/')
}

const COMMANDS = {
    app: ['node_modules/@servicenow/sdk/bin/index.js', 'build'],
    client: ['client/scripts/build.mjs'],
    'local-instance': [
        '--input-type=module',
        '-e',
        "await (await import(process.cwd() + '/scripts/lib/transpile.mjs')).transpile()",
    ],
}

/** Builds what a guard stands in: the app by the SDK, the client, or all that Node runs. */
export function build(copy: string, part: keyof typeof COMMANDS): void {
    const { status, stdout, stderr } = spawnSync(process.execPath, COMMANDS[part], {
        cwd: copy,
        encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`does not build without it: ${(stdout + stderr).trim().slice(-400)}`)
}
