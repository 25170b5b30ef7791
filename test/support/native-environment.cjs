const { TestEnvironment } = require('jest-environment-node')

/**
 * Jest's environment for Node, in which `load-natively.cjs` can load libraries as Node does: once in a worker process
 * instead of once in each test file.
 */
module.exports = class NativeEnvironment extends TestEnvironment {
    async setup() {
        await super.setup()
        this.global.requireNatively = require
    }
}
