// @ts-check
/**
 * Mutation testing: changes the modules of test/mutation/survivors.json in a copy, one mutant at a time, and compares the
 * mutants that no unit test notices with those that file accepts. Arguments are parts of paths (`retry-after`), else all
 * modules are tried; `--concurrency 2` runs two mutants at once, `--accept` writes the survivors to the file,
 * and `--force` tries again what earlier runs tried.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCommand } from './lib/command.mjs'
import { compare, recordOf, scoreOf } from './lib/mutation-survivors.mjs'
import { Progress } from './lib/progress.mjs'
import { root, runCommand } from './lib/run-command.mjs'

const SURVIVORS = join(root, 'test/mutation/survivors.json')
const REPORT = join(root, 'dist/mutation/report.json')

const progress = new Progress()
try {
    const command = createCommand(
        'mutation',
        'Changes modules in a copy, and finds the changes that no unit test notices.'
    )
        .argument('[part...]', 'parts of paths of modules (default: all of test/mutation/survivors.json)')
        .option('--concurrency <number>', 'mutants at once', '1')
        .option('--accept', 'write the survivors to the file')
        .option('--force', 'try again what earlier runs tried')
        .parse()
    const positionals = command.args
    /** @type {{ concurrency: string, accept?: boolean, force?: boolean }} */
    const values = command.opts()
    /** @type {import('./lib/mutation-survivors.mjs').Survivors} */
    const accepted = JSON.parse(await readFile(SURVIVORS, 'utf8'))
    const modules = Object.keys(accepted).filter(
        (path) => positionals.length === 0 || positionals.some((part) => path.includes(part))
    )
    if (modules.length === 0) throw new Error(`No mutated module matches ${positionals.join(', ')}.`)
    await runCommand(
        'stryker',
        [
            'run',
            '--mutate',
            modules.join(),
            '--concurrency',
            values.concurrency,
            ...(values.force ? ['--force'] : []),
        ],
        {
            show: true,
        }
    )
    /** @type {import('./lib/mutation-survivors.mjs').Report} */
    const report = JSON.parse(await readFile(REPORT, 'utf8'))
    const problems = modules.flatMap((path) => compare(path, report.files[path], accepted[path]))
    for (const path of modules) {
        console.log(`${scoreOf(report.files[path]).toFixed(1).padStart(6)} %  ${path}`)
        if (values.accept) accepted[path] = recordOf(report.files[path], accepted[path])
    }
    if (values.accept) await writeFile(SURVIVORS, `${JSON.stringify(accepted, null, 4)}\n`)
    else if (problems.length > 0) throw new Error(problems.join('\n'))
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}
