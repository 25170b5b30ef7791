// @ts-check
/**
 * Rejects import cycles, type imports included, and imports against the directions of docs/architecture.md. Tests may
 * import every part.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

const TESTS = /(^|\/)test\/|\.test\.ts$/

/** Forbidden imports with their reasons: pattern of the importing file, pattern of the imported file. */
const FORBIDDEN = [
    {
        from: /^src\/server\//,
        to: /^(?!src\/server\/)/,
        because: 'the logic of the app runs on the instance',
    },
    { from: /^setup\//, to: /^src\/(fluent|ui)\//, because: 'setup knows no declarations and no pages' },
    {
        from: /^src\/ui\//,
        to: /^(?!src\/ui\/|setup\/)/,
        because: 'pages know the setup only',
    },
    {
        from: /^local-instance\/src\//,
        to: /^(?!local-instance\/src\/)/,
        because: 'the local instance knows built records only',
    },
    {
        from: /^local-instance\/src\/core\//,
        to: /^(?!local-instance\/src\/core\/)/,
        because: 'the core knows no plug-in',
    },
    {
        from: /^cli\/src\//,
        to: /^(?!cli\/src\/|setup\/)/,
        because: 'the command knows the setup only',
    },
    { from: /^client\/src\//, to: /^(?!client\/src\/)/, because: 'the client knows no other part' },
    {
        from: /^client\/src\/node\//,
        to: /^client\/src\/(callback|navigator|page|requests|worker)/,
        because: './node shares only modules at the root of client/src',
    },
    {
        from: /^src\/(fluent|ui)\/|^setup\//,
        to: /^(cli|local-instance|client|examples|test)\//,
        because: 'only tests and examples know all parts',
    },
]

const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'],
    {
        encoding: 'utf8',
    }
)
    .split('\n')
    .filter((file) => file && ts.sys.fileExists(file))
const known = new Set(files)
/** @type {Map<string, string[]>} */
const imports = new Map()
/** @type {string[]} */
const problems = []

for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const targets = ts
        .preProcessFile(text, true, true)
        .importedFiles.flatMap(({ fileName }) => resolve(file, fileName))
    imports.set(file, targets)
    if (TESTS.test(file)) continue
    for (const target of targets) {
        const rule = FORBIDDEN.find(({ from, to }) => from.test(file) && to.test(target))
        if (rule) problems.push(`${file} imports ${target}, but ${rule.because}`)
    }
}
for (const circle of circles()) problems.push(`These import each other: ${circle.join(', ')}`)
if (problems.length > 0) console.error(problems.join('\n'))
process.exitCode = problems.length > 0 ? 1 : 0

/**
 * Resolves a relative import to a file; empty for packages.
 * @param {string} from
 * @param {string} name
 */
function resolve(from, name) {
    if (!name.startsWith('.')) return []
    const path = normalize(join(dirname(from), name)).replaceAll('\\', '/')
    return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')]
        .filter((one) => known.has(one))
        .slice(0, 1)
}

/** Groups of files that reach each other (Tarjan's strongly connected components). */
function circles() {
    /** @type {string[][]} */
    const found = []
    /** @type {Map<string, number>} */
    const order = new Map()
    /** @type {Map<string, number>} */
    const lowest = new Map()
    /** @type {string[]} */
    const open = []
    /** @param {string} file */
    const visit = (file) => {
        const at = order.size
        order.set(file, at)
        lowest.set(file, at)
        open.push(file)
        for (const target of imports.get(file) ?? []) {
            if (!order.has(target)) visit(target)
            if (open.includes(target))
                lowest.set(file, Math.min(lowest.get(file) ?? at, lowest.get(target) ?? at))
        }
        if (lowest.get(file) !== at) return
        const group = open.splice(open.indexOf(file))
        if (group.length > 1 || imports.get(file)?.includes(file)) found.push(group.sort())
    }
    for (const file of files) if (!order.has(file)) visit(file)
    return found
}
