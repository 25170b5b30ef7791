const { TestEnvironment } = require('jest-environment-node')

/**
 * Jest's environment for Node, in which `load-natively.cjs` can load libraries through Node: once per worker
 * process instead of once per test file.
 */
module.exports = class NativeEnvironment extends TestEnvironment {
    async setup() {
        await super.setup()
        this.global.requireNatively = require
    }
}
