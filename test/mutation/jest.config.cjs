const { dirname } = require('node:path')
const base = require('../../jest.config.js')

/**
 * Jest for mutants: unit tests of the mutated modules. No instance is deployed and no browser started, since
 * the tests run again for each mutant.
 * @type {import('jest').Config}
 */
module.exports = {
    rootDir: dirname(require.resolve('../../jest.config.js')),
    roots: [
        '<rootDir>/src',
        '<rootDir>/client/test/errors',
        '<rootDir>/client/test/navigator',
        '<rootDir>/client/test/page',
        '<rootDir>/client/test/parameters',
        '<rootDir>/client/test/worker',
        '<rootDir>/local-instance/test/cors',
    ],
    testMatch: base.testMatch,
    // They start a local instance, or read a document.
    testPathIgnorePatterns: ['/node_modules/', '/cors/(?!check-rule|find-rule)', '/readme-options\\.'],
    transform: base.transform,
    transformIgnorePatterns: base.transformIgnorePatterns,
    moduleNameMapper: base.moduleNameMapper,
    testTimeout: 20_000,
}
