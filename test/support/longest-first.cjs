const Sequencer = require('@jest/test-sequencer').default

/**
 * The slowest test files, slowest first. Without timings of an earlier run, as on a fresh clone, Jest starts
 * with the largest files, but some of these are small: the last one would run alone while the other worker is
 * idle.
 */
const LONGEST = [
    'test/certification/upgrade.test.ts',
    'test/certification/repeatable-build.test.ts',
    'client/test/engines/firefox.test.ts',
    'client/test/engines/webkit.test.ts',
    'client/test/browser/windows.test.ts',
    'client/test/browser/callback.test.ts',
    'client/test/engines/chromium.test.ts',
    'test/e2e/deployment.test.ts',
    'test/e2e/basic-example.test.ts',
    'client/test/browser/worker.test.ts',
    'local-instance/test/script-engine/limits.test.ts',
    'client/test/packaging/package.test.ts',
    'test/e2e/start.test.ts',
    'client/test/browser/popup.test.ts',
    'client/test/browser/openfin.test.ts',
    'test/token-refresh/many-tokens.test.ts',
    'test/token-refresh/simulated-month.test.ts',
    'test/variants/releases.test.ts',
    'local-instance/test/script-engine/pool.test.ts',
    'test/e2e/server-example.test.ts',
    'test/e2e/browser-app.test.ts',
    'test/open-routes/canaries.test.ts',
    'client/test/packaging/docs.test.ts',
]

/** Sorts the test files by duration. */
module.exports = class LongestFirst extends Sequencer {
    /** @param {import('@jest/test-result').Test[]} tests */
    sort(tests) {
        const rank = ({ path }) => {
            const index = LONGEST.findIndex((file) => path.replaceAll('\\', '/').endsWith(`/${file}`))
            return index < 0 ? LONGEST.length : index
        }
        return super.sort(tests).sort((one, other) => rank(one) - rank(other))
    }
}
