import { StoreError } from '../../src/core/store/types'
import { checkRule, problemOf } from '../../src/plugins/cors/check-rule'

describe('H52 the domain of a CORS rule', () => {
    it.each([
        'http://*.ms.net',
        'https://*.ms.com',
        'https://*.com.au',
        'http://192.168.1.1',
        'http://*.service-now.com',
        'http://*.com',
        'https://app.example.com',
        'https://app.example.com:8443',
        'HTTPS://App.Example.Com',
        'https://xn--bcher-kva.example',
        'http://localhost:8080',
        'http://localhost',
        'http://127.0.0.1:3000',
        'http://app.localhost:3000',
        'http://*.localhost',
        'http://255.255.255.255:65535',
        'http://https.example.com:443',
        'https://42.example.com',
        'https://a1.b2',
        'https://a.1b.com',
    ])('may be %s', (domain) => {
        expect(problemOf(domain)).toBeUndefined()
    })

    it.each([
        [
            'it must start with http:// or https://',
            `blog.example.com *.example.com * *.* ftp://example.com xhttps://example.com https:example.com null`,
        ],
        [
            'it must consist of a scheme and a host, without path, query or user',
            `https://example.com/ https://example.com/path https://example.com?x https://example.com#x
            https://example.com\\x https://user@example.com https://a.com,https://b.com`,
        ],
        [
            'the port must be a number from 1 to 65535',
            `https://example.com: https://example.com:0 https://example.com:65536 https://example.com:80:80
            https://example.com:08080 https://example.com:1e3 http://[::1]:8080`,
        ],
        [
            'the default port of the scheme must be omitted',
            `https://example.com:443 http://example.com:80 http://https.example.com:80`,
        ],
        [
            'only a single wildcard directly after the scheme is allowed, such as https://*.example.com',
            `https://*com http://*com http://192.168.1.* http://blog.*.service-now.com https://* https://*.*
            https://*.*.com https://a*.example.com https://example.*`,
        ],
        [
            'it is not a valid domain or IP address',
            `https:// http://*..com https://example.com. https://.example.com https://-a.example.com
            https://a..b.com https://a_b.example.com https://xn--a.example.com http://127.0.0.0x1 http://1a.2b
            https://a.b.0x7f`,
        ],
        ['a wildcard cannot be combined with an IP address', 'http://*.168.1.126 http://*.10.0.0.1'],
        [
            'it is not a complete IP address',
            'http://01.2.3.4 http://300.1.1.1 http://256.1.1.1 http://1.2.3 http://1.2.3.4.5',
        ],
        ['it must end with a top-level domain, such as .com', 'https://example'],
    ])('is refused because %s', (problem, domains) => {
        for (const domain of domains.split(/\s+/))
            expect([domain, problemOf(domain)]).toEqual([domain, problem])
    })

    it.each(['https://exam ple.com', 'https://example.com\n', ''])('may not be %j', (domain) => {
        expect(problemOf(domain)).toEqual(expect.any(String))
    })

    it.each([
        [
            { domain: 'https://*com' },
            'Invalid domain: only a single wildcard directly after the scheme is allowed, such as https://*.example.com',
        ],
        [{}, 'Invalid domain: it must start with http:// or https://'],
        [
            { domain: 'https://*.example.com', access_control_allow_credentials: '1' },
            'Invalid domain: a wildcard cannot be combined with Access-Control-Allow-Credentials',
        ],
    ])('is rejected with a message for the user who saves it: %j', (rule, message) => {
        expect(() => checkRule(rule)).toThrow(refusal(message))
    })

    it.each([
        { domain: 'https://*.example.com', access_control_allow_credentials: '0' },
        { domain: 'https://a.example.com', access_control_allow_credentials: '1' },
    ])('is saved together with credentials unless it is a wildcard: %j', (rule) => {
        expect(() => checkRule(rule)).not.toThrow()
    })
})

describe('the headers of a CORS rule', () => {
    const rule = { domain: 'https://a.example.com' }

    it.each(['access_control_allow_headers', 'exposed_headers'])(
        '%s are a comma-separated list or a wildcard',
        (column) => {
            for (const list of ['', ' ', '*', 'Authorization', 'Authorization, Content-Type,Accept '])
                expect(() => checkRule({ ...rule, [column]: list })).not.toThrow()
        }
    )

    it.each(['access_control_allow_headers', 'exposed_headers'])(
        '%s cannot inject another header into a response',
        (column) => {
            for (const list of ['X-A\r\nSet-Cookie: a=b', 'X-A:', 'X A', 'X-A,,X-B'])
                expect(() => checkRule({ ...rule, [column]: list })).toThrow(
                    refusal(`Invalid ${column}: must be a comma-separated list of header names`)
                )
        }
    )

    it('last a number of seconds', () => {
        expect(() => checkRule({ ...rule, max_age: '86400' })).not.toThrow()
        expect(() => checkRule({ ...rule, max_age: '-1' })).toThrow(
            refusal('Invalid max_age: must be a number of seconds')
        )
    })
})

/** The error that the store reports to the user. */
function refusal(message: string): Error {
    return expect.objectContaining({ constructor: StoreError, code: 'invalid_value', message }) as Error
}
