// @ts-check
/**
 * Checks each rule of certification that the built app shows, with the rules of the tests, and prints what remains for a
 * person. With `--results` it writes the results of a test run into store/test-plan.md.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import pc from 'picocolors'
import { withResults } from './certify/results.mjs'
import { createCommand } from './lib/command.mjs'
import { Progress } from './lib/progress.mjs'
import { root } from './lib/run-command.mjs'

const PLAN = 'store/test-plan.md'

const progress = new Progress()
/** @type {{ build: boolean, app: string, results?: string }} */
const options = createCommand('certify', 'Checks the rules of certification that the built app shows.')
    .option('--no-build', 'check what was built before')
    .option('--app <folder>', 'the built app', 'dist/app')
    .option('--results <file>', `write results of npm test (dist/test-results.json) to ${PLAN}, and end`)
    .parse()
    .opts()

try {
    if (options.results) await writeResults(options.results)
    else await certify()
} catch (error) {
    progress.fail(/** @type {Error} */ (error))
}

/** @param {string} file */
async function writeResults(file) {
    const plan = await text(PLAN)
    const results = JSON.parse(await readFile(resolve(file), 'utf8'))
    await writeFile(join(root, PLAN), withResults(plan, results, root))
    console.log(`Wrote the results to ${PLAN}.`)
}

async function certify() {
    if (options.build) {
        const { build } = await import('./lib/build.mjs')
        await build({ progress })
    }
    const require = createRequire(import.meta.url)
    /** @type {{ BuiltApp: { read(folder: string): object } }} */
    const { BuiltApp } = require('../dist/tools/test/support/built-app.js')
    /** @type {{ rules: { number: string, what: string, findings(app: object): string[] }[] }} */
    const { rules } = require('../dist/tools/test/certification/rules.js')
    const app = BuiltApp.read(resolve(root, options.app))
    let broken = 0
    for (const { number, what, findings } of rules) {
        const found = findings(app)
        if (found.length > 0) broken++
        console.log(`${found.length > 0 ? pc.red('✗') : pc.green('✓')} ${number}: ${what}`)
        for (const finding of found) console.log(`    ${finding}`)
    }
    console.log('\nWhat remains for a person:')
    for (const line of await remaining()) console.log(`  - ${line}`)
    console.log(`\n${rules.length - broken} of ${rules.length} rules hold.`)
    if (broken > 0) process.exitCode = 1
}

/** What the documents say that the built app cannot show, and whether the results are of this version. */
async function remaining() {
    const { version } = JSON.parse(await text('package.json'))
    const [, beyond = ''] = (await text('docs/certification.md')).split('What the built app cannot show:')
    const rules = [...beyond.matchAll(/^\| (?!rule |---)(.+?) \| (.+?) \| (.+?) \|$/gm)]
    const [, person = ''] = (await text('store/README.md')).split('## What remains for a person')
    const tasks = [...person.matchAll(/^- (.+(?:\n {2}.+)*)$/gm)]
    const hasResults = (await text(PLAN)).includes(`| app | ${version} |`)
    return [
        ...(hasResults
            ? []
            : [`run npm test -- --lane all, then write its results for ${version} (--results)`]),
        ...rules.map(([, rule, why, instead]) => plain(`${rule}: ${why}. Instead: ${instead}`)),
        ...tasks.map(([, task = '']) => plain(task)),
    ]
}

/** Text of a Markdown line. @param {string} line */
function plain(line) {
    return line
        .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
        .replaceAll('`', '')
        .replaceAll(/\s+/g, ' ')
}

/** @param {string} file */
function text(file) {
    return readFile(join(root, file), 'utf8')
}
