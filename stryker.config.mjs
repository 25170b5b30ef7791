// @ts-check
import { readFileSync } from 'node:fs'

/** @type {Record<string, unknown>} */
const modules = JSON.parse(readFileSync(new URL('test/mutation/survivors.json', import.meta.url), 'utf8'))

/**
 * Mutation testing of modules that hard cases depend on and unit tests cover: those in test/mutation/survivors.json.
 * `npm run mutation` runs it and compares the survivors with that file.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
    mutate: Object.keys(modules),
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: { configFile: 'test/mutation/jest.config.cjs' },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Jest transpiles without checking types; instrumented code would not pass the check.
    disableTypeChecks: false,
    inPlace: false,
    symlinkNodeModules: true,
    ignorePatterns: ['dist', 'target', '/docs', '/.ci', '/src/fluent'],
    tempDirName: 'dist/mutation/sandbox',
    incremental: true,
    incrementalFile: 'dist/mutation/incremental.json',
    reporters: ['clear-text', 'json', 'html'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: 'dist/mutation/report.json' },
    htmlReporter: { fileName: 'dist/mutation/report.html' },
    allowEmpty: false,
}
