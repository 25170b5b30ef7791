import { findRule, type CorsRule } from '../../src/plugins/cors/find-rule'

const API = 'api-1'

function rule(domain: string, more: Partial<CorsRule> = {}): CorsRule {
    return {
        sysId: domain,
        domain,
        api: API,
        methods: new Set(['GET']),
        maxAge: 0,
        exposedHeaders: '',
        allowHeaders: '',
        allowCredentials: false,
        ...more,
    }
}

function found(origin: string, ...domains: string[]): string | undefined {
    return findRule(
        origin,
        API,
        domains.map((domain) => rule(domain))
    )?.domain
}

describe('H51 the rule for an origin', () => {
    it('is undefined if no rule matches', () => {
        expect(found('https://a.example.com')).toBeUndefined()
        expect(found('https://a.example.com', 'https://b.example.com')).toBeUndefined()
    })

    it('is the one with exactly this domain', () => {
        expect(found('https://a.example.com', 'https://a.example.com')).toBe('https://a.example.com')
        expect(found('http://localhost:8080', 'http://localhost:8080')).toBe('http://localhost:8080')
        expect(found('http://192.168.1.1', 'http://192.168.1.1')).toBe('http://192.168.1.1')
    })

    it('is a wildcard that covers the preceding labels', () => {
        expect(found('https://a.example.com', 'https://*.example.com')).toBe('https://*.example.com')
        expect(found('https://a.b.example.com', 'https://*.example.com')).toBe('https://*.example.com')
        expect(found('https://example.com', 'https://*.com')).toBe('https://*.com')
    })

    it('is not a wildcard for the bare domain, nor for one that merely ends alike', () => {
        expect(found('https://example.com', 'https://*.example.com')).toBeUndefined()
        expect(found('https://.example.com', 'https://*.example.com')).toBeUndefined()
        expect(found('https://evilexample.com', 'https://*.example.com')).toBeUndefined()
        expect(found('https://a.example.com.evil.net', 'https://*.example.com')).toBeUndefined()
    })

    it('is the exact one before any wildcard, then the most specific wildcard, in any order', () => {
        const domains = ['https://*.mysite.com', 'https://*.blog.mysite.com', 'https://alice.blog.mysite.com']
        for (const order of [domains, domains.toReversed()]) {
            expect(found('https://alice.blog.mysite.com', ...order)).toBe('https://alice.blog.mysite.com')
            expect(found('https://bob.blog.mysite.com', ...order)).toBe('https://*.blog.mysite.com')
            expect(found('https://shop.mysite.com', ...order)).toBe('https://*.mysite.com')
        }
    })

    it('is the first of two equal ones', () => {
        const rules = [rule('https://a.com', { sysId: 'first' }), rule('https://a.com', { sysId: 'second' })]
        expect(findRule('https://a.com', API, rules)?.sysId).toBe('first')
    })

    it('is never defined for the origin null, not even with a wildcard', () => {
        expect(found('null', 'https://*.com', 'http://null.com', 'null')).toBeUndefined()
    })

    it('is undefined for another port or scheme', () => {
        expect(found('https://a.example.com:8443', 'https://a.example.com')).toBeUndefined()
        expect(found('http://localhost:8081', 'http://localhost:8080')).toBeUndefined()
        expect(found('http://localhost', 'http://localhost:8080')).toBeUndefined()
        expect(found('https://a.example.com:8443', 'https://*.example.com')).toBeUndefined()
        expect(found('http://a.example.com', 'https://a.example.com')).toBeUndefined()
    })

    it('is undefined for an explicit default port, which browsers never send', () => {
        expect(found('https://a.example.com:443', 'https://a.example.com')).toBeUndefined()
        expect(found('http://a.example.com:80', 'http://*.example.com')).toBeUndefined()
    })

    it('is undefined for an IPv6 address, which no rule can contain', () => {
        const rules = ['http://[::1]', 'http://[::1]:8080', 'http://*.com', 'http://localhost:8080']
        for (const origin of ['http://[::1]:8080', 'http://[::1]', 'http://::1', 'http://[::1].com']) {
            expect(found(origin, ...rules)).toBeUndefined()
        }
    })

    it('is undefined for an origin with user info', () => {
        const rules = ['https://a.example.com', 'https://*.example.com']
        for (const user of ['user', 'user:pw', 'https://a.example.com', '']) {
            expect(found(`https://${user}@a.example.com`, ...rules)).toBeUndefined()
            expect(found(`https://a.example.com@${user || 'x'}.example.com`, ...rules)).toBeUndefined()
        }
    })

    it('is undefined for empty labels and overlong domains', () => {
        const rules = ['https://*.example.com']
        expect(found('https://a..example.com', ...rules)).toBeUndefined()
        expect(found('https://..example.com', ...rules)).toBeUndefined()
        const long = (length: number) => `${'a.'.repeat(length)}example.com`.slice(-length)
        expect(found(`https://${long(253).replace(/^\./, 'a')}`, ...rules)).toBe('https://*.example.com')
        expect(found(`https://a${long(253).replace(/^\./, 'a')}`, ...rules)).toBeUndefined()
        expect(found(`https://${'a'.repeat(100_000)}.example.com`, ...rules)).toBeUndefined()
        expect(found(`https://${'a.'.repeat(100_000)}example.com`, ...rules)).toBeUndefined()
    })

    it('is undefined for a trailing dot', () => {
        expect(found('https://a.example.com.', 'https://a.example.com')).toBeUndefined()
        expect(found('https://a.example.com.', 'https://*.example.com')).toBeUndefined()
    })

    it('is case-insensitive', () => {
        expect(found('https://A.Example.COM', 'https://a.example.com')).toBe('https://a.example.com')
        expect(found('https://a.example.com', 'HTTPS://*.EXAMPLE.com')).toBe('HTTPS://*.EXAMPLE.com')
    })

    it('is undefined for an invalid origin', () => {
        for (const origin of [
            '',
            '*',
            'https://',
            'https://*.example.com',
            'https://..example.com',
            'https://a..example.com',
            'https://xn--a.example.com',
            'https://a.example.com/',
            'https://a.example.com/path',
            'https://user@a.example.com',
            'https://a.example.com, https://b.example.com',
            'https://a.example.com\r\nX: y',
            'ftp://a.example.com',
            'a.example.com',
        ]) {
            expect(
                found(origin, 'https://a.example.com', 'https://*.example.com', 'https://*.com')
            ).toBeUndefined()
        }
    })

    it('is undefined for another API', () => {
        const rules = [rule('https://a.example.com', { api: 'api-2' })]
        expect(findRule('https://a.example.com', API, rules)).toBeUndefined()
    })

    it('does not interpret a wildcard as a regular expression', () => {
        expect(
            found('https://axexample.com', 'https://*.example.com', 'https://a.example.com')
        ).toBeUndefined()
    })
})
