/** @type {import('jest').Config} */
module.exports = {
    testEnvironment: 'node',
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
        '/node_modules/(?!(oauth4webapi|@fastify/cookie|cookie|node-fetch|fetch-blob|data-uri-to-buffer|formdata-polyfill)/)',
        '<rootDir>/dist/',
        '<rootDir>/local-instance/dist/',
    ],
    moduleNameMapper: { '^@servicenow/glide(/.*)?$': '<rootDir>/test/no-glide.ts' },
    globalSetup: '<rootDir>/test/support/global-setup.ts',
    testSequencer: '<rootDir>/test/support/longest-first.cjs',
    testTimeout: 120_000,
    maxWorkers: 2,
}
