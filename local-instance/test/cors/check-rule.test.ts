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
    ])('may be %s', (domain) => {
        expect(problemOf(domain)).toBeUndefined()
    })

    it.each([
        'https://*com',
        'http://*..com',
        'http://192.168.1.*',
        'http://*.168.1.126',
        'http://*.10.0.0.1',
        'http://blog.*.service-now.com',
        'http://*com',
        'blog.example.com',
        '*.example.com',
        '*',
        '*.*',
        'https://*',
        'https://*.*.com',
        'https://*.*',
        'https://a*.example.com',
        'https://example.*',
        'https://example',
        'https://example.com/',
        'https://example.com/path',
        'https://example.com?x',
        'https://example.com#x',
        'https://user@example.com',
        'https://example.com.',
        'https://.example.com',
        'https://-a.example.com',
        'https://a..b.com',
        'https://a_b.example.com',
        'https://example.com:0',
        'https://example.com:65536',
        'https://example.com:',
        'https://example.com:80:80',
        'https://example.com:08080',
        'https://example.com:443',
        'http://example.com:80',
        'https://xn--a.example.com',
        'http://01.2.3.4',
        'http://127.0.0.0x1',
        'http://300.1.1.1',
        'http://1.2.3',
        'http://1.2.3.4.5',
        'http://[::1]:8080',
        'ftp://example.com',
        'https:example.com',
        'https://exam ple.com',
        'https://example.com\n',
        'https://a.com,https://b.com',
        'null',
        '',
    ])('may not be %j', (domain) => {
        expect(problemOf(domain)).toEqual(expect.any(String))
    })

    it('is rejected with a message for the user who saves it', () => {
        const save = () => checkRule({ domain: 'https://*com' })
        expect(save).toThrow(StoreError)
        expect(save).toThrow('Invalid domain: only a single wildcard directly after the scheme')
    })

    it('may not be a wildcard together with credentials', () => {
        const rule = { domain: 'https://*.example.com', access_control_allow_credentials: '1' }
        expect(() => checkRule(rule)).toThrow('a wildcard cannot be combined')
        expect(() => checkRule({ ...rule, access_control_allow_credentials: '0' })).not.toThrow()
        expect(() => checkRule({ ...rule, domain: 'https://a.example.com' })).not.toThrow()
    })
})

describe('the headers of a CORS rule', () => {
    const rule = { domain: 'https://a.example.com' }

    it('are a comma-separated list or a wildcard', () => {
        for (const list of ['', '*', 'Authorization', 'Authorization, Content-Type,Accept ']) {
            expect(() => checkRule({ ...rule, access_control_allow_headers: list })).not.toThrow()
            expect(() => checkRule({ ...rule, exposed_headers: list })).not.toThrow()
        }
    })

    it('cannot inject another header into a response', () => {
        for (const list of ['X-A\r\nSet-Cookie: a=b', 'X-A:', 'X A', 'X-A,,X-B']) {
            expect(() => checkRule({ ...rule, exposed_headers: list })).toThrow(StoreError)
        }
    })

    it('last a number of seconds', () => {
        expect(() => checkRule({ ...rule, max_age: '86400' })).not.toThrow()
        expect(() => checkRule({ ...rule, max_age: '-1' })).toThrow(StoreError)
    })
})
