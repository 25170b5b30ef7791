/**
 * Jest's transformer for large libraries that no test replaces a part of. They are loaded by Node, once in a worker
 * process, and not by Jest, once in each test file; the stacks of their errors are not mapped to sources either. Without
 * the environment, as in the global setup, the library is loaded as usual.
 */
module.exports = {
    process: (source, path) => ({
        code: `if (globalThis.requireNatively) {
module.exports = globalThis.requireNatively(${JSON.stringify(path)})
} else {${source}
}`,
    }),
}
