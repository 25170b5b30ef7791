import { ParameterError } from '../../src/errors'
import { checkOptions, type ServiceNowAuthOptions } from '../../src/node/settings'

const GOOD = {
    instanceUrl: 'https://example.service-now.com',
    clientId: 'a-client',
    redirectUri: 'https://app.example.com/callback',
}

function codeOf(options: unknown): unknown {
    try {
        checkOptions(options as ServiceNowAuthOptions)
        return undefined
    } catch (error) {
        expect(error).toBeInstanceOf(ParameterError)
        return (error as ParameterError).code
    }
}

describe('options of createServiceNowAuth', () => {
    it.each([
        ['http://example.service-now.com'],
        ['https://example.service-now.com/now'],
        ['https://example.service-now.com?x=1'],
        ['https://example.service-now.com#x'],
        ['https://user:pass@example.service-now.com'],
        ['https://example.service-now.com\\@evil.example'],
        [' https://example.service-now.com'],
        ['example.service-now.com'],
        ['ftp://127.0.0.1'],
        ['http://127.0.0.1.evil.example'],
        ['http://app.localhost.example'],
        ['http://notlocalhost'],
        ['http://[::ffff:127.0.0.1]'],
        [''],
        [undefined],
        [7],
    ])('reject %j as an instance', (instanceUrl) => {
        expect(codeOf({ ...GOOD, instanceUrl })).toBe('invalid_parameter')
    })

    it.each([
        ['https://example.service-now.com/', 'https://example.service-now.com'],
        ['https://EXAMPLE.service-now.com:443', 'https://example.service-now.com'],
        ['http://127.0.0.1:8181', 'http://127.0.0.1:8181'],
        ['http://localhost:8181', 'http://localhost:8181'],
        ['http://[::1]:8181', 'http://[::1]:8181'],
        ['http://app.localhost:3000', 'http://app.localhost:3000'],
        ['http://APP.LOCALHOST.:3000', 'http://app.localhost.:3000'],
        ['http://127.8.0.1', 'http://127.8.0.1'],
    ])('accept %j as an instance', (instanceUrl, origin) => {
        expect(checkOptions({ ...GOOD, instanceUrl }).instanceUrl).toBe(origin)
    })

    it.each([
        ['http://app.localhost:3000/callback'],
        ['http://localhost./callback'],
        ['http://[::1]/callback'],
    ])('accept %j as a redirect URL', (redirectUri) => {
        expect(checkOptions({ ...GOOD, redirectUri }).redirectUri).toBe(redirectUri)
    })

    it.each<[string, Record<string, unknown>]>([
        ['no client id', { clientId: ' ' }],
        ['a client id that is not a string', { clientId: 1 }],
        ['an empty secret', { clientSecret: '' }],
        ['a secret that is not a string', { clientSecret: 1 }],
        ['a redirect URL over plain http', { redirectUri: 'http://app.example.com/callback' }],
        ['a redirect URL with a fragment', { redirectUri: 'https://app.example.com/callback#here' }],
        ['a redirect URL with a password', { redirectUri: 'https://a:b@app.example.com/callback' }],
        ['a relative redirect URL', { redirectUri: '/callback' }],
        ['a store without delete', { store: { get() {}, set() {} } }],
        ['a fetch that is not a function', { fetch: {} }],
        ['a zero timeout', { timeoutMs: 0 }],
        ['an invalid time limit', { timeoutMs: NaN }],
        ['an infinite timeout', { timeoutMs: Infinity }],
        ['a timeout beyond the maximum of a timer', { timeoutMs: 2 ** 31 }],
    ])('reject %s', (_what, options) => {
        expect(codeOf({ ...GOOD, ...options })).toBe('invalid_parameter')
    })

    it.each([[undefined], [null], ['https://example.service-now.com']])(
        'refuse %j for options',
        (options) => {
            expect(codeOf(options)).toBe('invalid_parameter')
        }
    )

    it('name store entries by instance and client, without revealing the id', () => {
        const { nameOf } = checkOptions(GOOD)
        const name = nameOf('session', 'secret-key')
        expect(name).toMatch(/^session:[\w-]{43}$/)
        expect(checkOptions(GOOD).nameOf('session', 'secret-key')).toBe(name)
        for (const other of [{ clientId: 'b' }, { instanceUrl: 'https://other.service-now.com' }]) {
            expect(checkOptions({ ...GOOD, ...other }).nameOf('session', 'secret-key')).not.toBe(name)
        }
    })
})
