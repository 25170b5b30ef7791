import { ParameterError } from '../../src/errors'
import { checkOptions, toOptions } from '../../src/parameters'
import type { ConnectOptions } from '../../src/types/connect-options'
import { inPage, page } from './page-globals'

const VALID: ConnectOptions = {
    instanceUrl: 'https://example.service-now.com',
    clientId: 'client',
    callbackUrl: '/callback.html',
}

inPage()

const refusalOf = (options: unknown): ParameterError => {
    try {
        checkOptions(options as ConnectOptions)
    } catch (error) {
        expect(error).toBeInstanceOf(ParameterError)
        return error as ParameterError
    }
    throw new Error('was accepted')
}

describe('H1 instanceUrl', () => {
    it.each([
        'http://example.service-now.com',
        'http://10.0.0.1',
        'http://127.0.0.1.example',
        'http://localhost.example',
        'http://app.localhost.example',
        'http://notlocalhost',
        'http://localhost..',
        'http://0.0.0.0',
        'http://128.0.0.1',
        'http://[::ffff:127.0.0.1]',
        'http://[::2]',
        'https://example.service-now.com/path',
        'https://example.service-now.com/?a=1',
        'https://example.service-now.com?',
        'https://example.service-now.com/#',
        'https://user:secret@example.service-now.com',
        'https://user@example.service-now.com',
        'ftp://example.service-now.com',
        'ftp://localhost',
        'javascript:alert(1)',
        'example.service-now.com',
        'https://',
        '//example.service-now.com',
        '/',
        '',
        undefined,
        null,
        42,
        {},
        ['https://example.service-now.com'],
    ])('rejects %p', (instanceUrl) => {
        const error = refusalOf({ ...VALID, instanceUrl })
        expect(error.code).toBe('invalid_parameter')
        expect(error.message).toContain('instanceUrl')
        expect(error.message).not.toContain('secret')
    })

    it.each([
        ['https://example.service-now.com', 'https://example.service-now.com'],
        ['https://example.service-now.com/', 'https://example.service-now.com'],
        ['HTTPS://Example.Service-Now.com:443', 'https://example.service-now.com'],
        ['https://example.com:8443', 'https://example.com:8443'],
        ['http://127.0.0.1:8181', 'http://127.0.0.1:8181'],
        ['http://127.9.9.9', 'http://127.9.9.9'],
        ['http://127.10.200.30', 'http://127.10.200.30'],
        ['http://localhost:8181', 'http://localhost:8181'],
        ['http://dev.localhost', 'http://dev.localhost'],
        ['http://A.B.LocalHost:3000', 'http://a.b.localhost:3000'],
        ['http://localhost.:3000', 'http://localhost.:3000'],
        ['http://app.localhost.', 'http://app.localhost.'],
        ['http://127.1:8181', 'http://127.0.0.1:8181'],
        ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
        ['http://[::1]:8181', 'http://[::1]:8181'],
    ])('accepts %s as %s', (instanceUrl, origin) => {
        expect(checkOptions({ ...VALID, instanceUrl }).instanceUrl).toBe(origin)
    })
})

describe('H2 other arguments', () => {
    it.each([
        ['clientId', ['', ' ', undefined, null, 42, {}]],
        ['scope', ['useraccount', {}, null, [1], [''], ['a b'], ['a"b'], ['\u00e9']]],
        [
            'authFlowParams',
            ['a=b', [], null, { a: 1 }, { state: 'x' }, { redirect_uri: 'https://evil.example' }],
        ],
        ['authWindowOptions', ['x', [], null]],
        ['navigator', ['popup', null, 1]],
        ['share', ['tab', null]],
        ['tokenRoute', ['http', null]],
        ['revoke', [true, null]],
        ['timeoutMs', [0, -1, NaN, Infinity, 2 ** 31, '5', null]],
        ['signal', [{}, null, 'x']],
        ['onSessionExpired', ['x', null]],
        ['workerUrl', ['', 'https://', null, 1]],
        ['callbackUrl', ['', 'https://other.example/callback.html', 'http://app.example/', '/x#y', null, 1]],
    ] as [keyof ConnectOptions, unknown[]][])('refuses a wrong %s', (name, values) => {
        for (const value of values) {
            if (value === undefined && name !== 'clientId') continue
            const error = refusalOf({ ...VALID, [name]: value })
            expect(error.code).toBe('invalid_parameter')
            expect(error.message).toContain(name)
        }
    })

    it.each([
        // The page itself is not https.
        ['http://192.168.1.20/desk/', '/callback.html', 'https, or http on a loopback host, like the page'],
        [
            'http://192.168.1.20/desk/',
            'https://192.168.1.20/callback.html',
            'https, or http on a loopback host',
        ],
        ['https://app.example/', 'http://app.example/callback.html', 'https, or http on a loopback host'],
        ['file:///C:/desk/index.html', 'callback.html', 'https, or http on a loopback host'],
        ['https://app.example/', 'https://other.example/', "the page's origin https://app.example,"],
        ['http://app.localhost:3000/', 'http://localhost:3000/', "page's origin http://app.localhost:3000,"],
        ['https://app.example/', '/callback.html#here', 'without a fragment'],
    ])('names the problem of the callback page: on %s, %s', (href, callbackUrl, why) => {
        page.document = { baseURI: href }
        page.location = new URL(href)
        expect(refusalOf({ ...VALID, callbackUrl }).message).toContain(why)
    })

    it('rejects an opaque origin, such as of a sandboxed frame, before a window opens', () => {
        page.origin = 'null'
        expect(refusalOf(VALID).message).toContain("the page's origin null")
    })

    it('rejects options that are not an object', () => {
        for (const options of [undefined, null, 1, []])
            expect(refusalOf(toOptions([options])).code).toBe('invalid_parameter')
    })

    it('rejects a sign-in outside a page, such as in server-side rendering', () => {
        delete page.document
        delete page.location
        expect(refusalOf(VALID).message).toContain('callbackUrl')
        expect(refusalOf({ ...VALID, callbackUrl: 'https://app.example/x' }).message).toContain('callbackUrl')
        expect(refusalOf({ ...VALID, workerUrl: '/worker.js' }).message).toContain('workerUrl')
    })

    it('completes and normalizes valid options', () => {
        expect(checkOptions({ ...VALID, workerUrl: 'worker.js' })).toEqual({
            callbackUrl: VALID.callbackUrl,
            instanceUrl: 'https://example.service-now.com',
            clientId: 'client',
            scope: [],
            authFlowParams: {},
            authWindowOptions: {},
            navigator: 'browser',
            redirectUri: 'https://app.example/callback.html',
            workerUrl: 'https://app.example/desk/worker.js',
            share: 'window',
            tokenRoute: 'auto',
            revoke: 'last',
            timeoutMs: 300_000,
        })
    })

    it('accepts a callback page on a loopback name', () => {
        page.document = { baseURI: 'http://app.localhost:3000/desk/' }
        page.location = new URL('http://app.localhost:3000/desk/')
        expect(checkOptions(VALID).redirectUri).toBe('http://app.localhost:3000/callback.html')
    })

    it('makes the worker URL absolute, and keeps a TrustedScriptURL', () => {
        const trusted = { toString: () => 'worker.js', toJSON: () => 'worker.js' }
        const url = new URL('https://app.example/worker.js')
        expect(checkOptions({ ...VALID, workerUrl: trusted }).workerUrl).toBe(trusted)
        expect(checkOptions({ ...VALID, workerUrl: url }).workerUrl).toBe(url)
        expect(checkOptions({ ...VALID, workerUrl: 'worker.js' }).workerUrl).toBe(
            'https://app.example/desk/worker.js'
        )
        const broken = { toString: () => 'https://', toJSON: () => 'https://' }
        expect(refusalOf({ ...VALID, workerUrl: broken }).message).toContain('workerUrl')
    })

    it('requires callbackUrl in a browser, but not in OpenFin', () => {
        const positional = toOptions(['https://example.service-now.com', 'client', ['a'], { b: 'c' }])
        expect(refusalOf(positional).code).toBe('callback_url_missing')
        page.fin = { Window: { create: () => undefined } }
        expect(checkOptions(positional)).toMatchObject({
            navigator: 'openfin',
            redirectUri: 'https://example.service-now.com/oauth_redirect.do',
            scope: ['a'],
            authFlowParams: { b: 'c' },
        })
    })
})
