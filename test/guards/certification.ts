import type { Guard } from './guard'

const REPEATABLE = 'test/certification/repeatable-build.test.ts'

/** Builds, rules over the built app, upgrades: H72, H73, H75. */
export const certificationGuards: Guard[] = [
    {
        case: 'H72',
        what: 'the serial number taken out of the bill of materials',
        file: 'scripts/postbuild.mjs',
        find: '/^ {2}"serialNumber": "urn:uuid:[0-9a-f-]{36}",$|',
        replace: '/',
        test: REPEATABLE,
    },
    {
        case: 'H72',
        what: 'the time taken out of the bill of materials',
        file: 'scripts/postbuild.mjs',
        find: '|^ {4}"timestamp": "[^"]*",$/',
        replace: '/',
        test: REPEATABLE,
    },
    {
        case: 'H72',
        what: 'the task that the SDK runs after a build',
        file: 'now.config.json',
        find: '"postbuild": "./scripts/postbuild.mjs"',
        replace: '"after": "./scripts/postbuild.mjs"',
        test: REPEATABLE,
    },
    {
        case: 'H72',
        what: 'paths in source maps that start at the file',
        file: 'scripts/lib/transpile.mjs',
        find: 'sourceFileName: relative(dirname(output), file)',
        replace: 'sourceFileName: file',
        test: REPEATABLE,
    },
    {
        case: 'H72',
        what: 'the removal of what an earlier build left',
        file: 'scripts/lib/transpile.mjs',
        find: '!outputs.has(`${output}.js`)',
        replace: 'false',
        test: REPEATABLE,
    },
]
