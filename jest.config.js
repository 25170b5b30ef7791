/** Libraries that are loaded once in a worker process. */
const NATIVE = 'playwright-core|fastify|undici|libsql'
const LOADED_NATIVELY = `/(node_modules/(${NATIVE})|local-instance/dist/index\\.js)`

/** @type {import('jest').Config} */
module.exports = {
    testEnvironment: '<rootDir>/test/support/native-environment.cjs',
    roots: [
        '<rootDir>/src',
        '<rootDir>/setup',
        '<rootDir>/local-instance/test',
        '<rootDir>/client/test',
        '<rootDir>/cli/test',
        '<rootDir>/test',
    ],
    testMatch: ['**/*.test.ts'],
    transform: {
        [LOADED_NATIVELY]: '<rootDir>/test/support/load-natively.cjs',
        '^.+\\.(ts|mts|js|mjs)$': [
            '@swc/jest',
            {
                sourceMaps: 'inline',
                jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
                module: { type: 'commonjs' },
            },
        ],
    },
    // Libraries that ship ES modules, or load one.
    transformIgnorePatterns: [
        `/node_modules/(?!(${NATIVE}|oauth4webapi|@fastify/cookie|cookie|node-fetch|fetch-blob|data-uri-to-buffer|formdata-polyfill)/)`,
        '<rootDir>/dist/',
        '<rootDir>/local-instance/dist/(?!index\\.js)',
    ],
    moduleNameMapper: { '^@servicenow/glide(/.*)?$': '<rootDir>/test/no-glide.ts' },
    globalSetup: '<rootDir>/test/support/global-setup.ts',
    testSequencer: '<rootDir>/test/support/longest-first.cjs',
    testTimeout: 120_000,
    maxWorkers: 2,
}
