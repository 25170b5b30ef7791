/**
 * Jest's transformer for large libraries that no test mocks. Node loads them once per worker process, instead
 * of Jest once per test file; their error stacks are not source-mapped either. Without the environment, as in
 * the global setup, the library is loaded as usual.
 */
module.exports = {
    process: (source, path) => ({
        code: `if (globalThis.requireNatively) {
module.exports = globalThis.requireNatively(${JSON.stringify(path)})
} else {${source}
}`,
    }),
}
