const { dirname } = require('node:path')

const ROOT = dirname(require.resolve('../../package.json'))

/**
 * Test lanes by path. Paths that match no pattern are in the lane `instance`: tests that start a local
 * instance.
 *
 * @typedef {'unit' | 'instance' | 'browser' | 'system' | 'release'} Lane
 * @type {Record<Exclude<Lane, 'instance'>, string[]>}
 */
const PATTERNS = {
    // Modules only: no instance is deployed, no browser started.
    unit: [
        '/src/',
        '/setup/',
        '/cli/test/(output|verify/(documents|loopback))\\.',
        '/client/test/(connection|errors|logging|navigator|page|parameters|requests|worker)/',
        '/local-instance/test/(core|store)/',
        '/local-instance/test/script-engine/glide/',
        '/test/examples/',
    ],
    browser: ['/client/test/browser/', '/test/pages/(?!many-)'],
    // Whole programs, several engines, releases and instances, and hostile input.
    system: [
        '/cli/test/(failures|verify/(chromium|command|taking-away|verification))\\.',
        '/client/test/engines/',
        '/local-instance/test/deployment/hostile-',
        '/local-instance/test/script-engine/(limits|pool)\\.',
        '/test/(clones|secrets)/',
        '/test/e2e/(?!deployment)',
        '/test/open-routes/canaries\\.',
        '/test/outbound/two-instances\\.',
        '/test/variants/(?!newer-sdk|releases)',
    ],
    // Upgrades, published packages and long periods; too slow for every run.
    release: [
        '/(cli|client|local-instance)/test/packaging/',
        '/test/certification/(upgrade|repeatable-build)\\.',
        '/test/e2e/deployment\\.',
        '/test/fuzz/',
        '/test/openapi/postman\\.',
        '/test/pages/many-',
        '/test/release/',
        '/test/token-refresh/(many-tokens|simulated-month)\\.',
        '/test/variants/(newer-sdk|releases)\\.',
    ],
}

/** All lanes, fastest first. */
const LANES = /** @type {Lane[]} */ (['unit', 'instance', 'browser', 'system', 'release'])

/** Lanes that `npm test` runs without arguments. */
const USUAL = LANES.slice(0, 3)

/** @param {string} path absolute, with either kind of slash */
function laneOf(path) {
    const below = path.slice(ROOT.length).replaceAll('\\', '/')
    const [lane = 'instance'] =
        Object.entries(PATTERNS).find(([, patterns]) =>
            patterns.some((pattern) => new RegExp(`^${pattern}`).test(below))
        ) ?? []
    return lane
}

/**
 * Jest's filter: keeps the tests of the lanes in `TEST_LANES` (comma-separated).
 * @param {string[]} paths
 */
module.exports = async (paths) => {
    const lanes = (process.env['TEST_LANES'] ?? LANES.join()).split(',')
    return { filtered: paths.filter((path) => lanes.includes(laneOf(path))) }
}
Object.assign(module.exports, { LANES, USUAL })
