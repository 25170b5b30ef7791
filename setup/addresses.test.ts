import { checkCallbackUrls, checkInstanceUrl, checkOrigins } from './addresses'
import { SetupError } from './setup-error'

function codeOf(run: () => unknown): string {
    try {
        run()
    } catch (error) {
        if (error instanceof SetupError) return error.code
        throw error
    }
    return 'accepted'
}

describe('origins', () => {
    it.each([
        ['https://app.example.com', 'https://app.example.com'],
        ['HTTPS://App.Example.COM', 'https://app.example.com'],
        ['https://app.example.com:443', 'https://app.example.com'],
        ['https://app.example.com:8443', 'https://app.example.com:8443'],
        ['http://localhost:8080', 'http://localhost:8080'],
        ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
        ['http://127.1.2.3', 'http://127.1.2.3'],
        ['http://app.localhost:3000', 'http://app.localhost:3000'],
        ['http://A.B.LOCALHOST', 'http://a.b.localhost'],
    ])('%s is %s', (given, expected) => {
        expect(checkOrigins([given])).toEqual([expected])
    })

    it('are kept in order, without duplicates', () => {
        expect(checkOrigins(['https://b.example', 'https://a.example', 'https://B.example:443'])).toEqual([
            'https://b.example',
            'https://a.example',
        ])
    })

    it.each([
        'https://app.example.com/',
        'https://app.example.com/path',
        'https://app.example.com?x=1',
        'https://app.example.com#x',
        'https://*.example.com',
        '*',
        'null',
        '',
        'app.example.com',
        'http://app.example.com',
        'https://user@app.example.com',
        'https://a.example,https://b.example',
        'https://a b.example',
        ' https://app.example.com',
        'https://app.example.com:99999',
        'https://app.example.com\\evil',
        'ftp://app.example.com',
        'file://x',
        'https://',
        // Hosts that a CORS rule does not accept (DOCS r_CORSDomainRequirements).
        'http://[::1]:8080',
        'http://localhost.:3000',
        'http://app.localhost.:3000',
        'https://desk',
        'https://app.example.com.',
        'https://app..example.com',
        'https://my_desk.example.com',
        'https://-app.example.com',
    ])('%p is rejected', (given) => {
        expect(codeOf(() => checkOrigins([given]))).toBe('invalid_origin')
    })

    it.each([
        ['http://192.168.1.20:3000', 'must use https'],
        ['http://app.localhost.example', 'must use https'],
        ['https://desk', 'CORS rule'],
        ['http://[::1]:8080', 'CORS rule'],
        ['https://app.example.com/', 'trailing slash'],
    ])('%s is rejected with its reason', (given, why) => {
        expect(() => checkOrigins([given])).toThrow(why)
    })

    it('are required, since working apps would otherwise lose access', () => {
        expect(codeOf(() => checkOrigins([]))).toBe('no_origin')
    })
})

describe('callback pages', () => {
    it('are kept as given, without duplicates', () => {
        const urls = [
            'https://app.example.com/callback.html?x=1',
            'http://localhost:8080/cb',
            'http://app.localhost:3000/cb',
            'http://LOCALHOST./cb',
            'http://[::1]/cb',
        ]
        expect(checkCallbackUrls([...urls, urls[0] as string])).toEqual(urls)
        expect(checkCallbackUrls([])).toEqual([])
    })

    it.each([
        'https://app.example.com/callback#here',
        'https://app.example.com/#',
        'https://app.example.com/a,b',
        'https://*.example.com/cb',
        'http://app.example.com/cb',
        'javascript:alert(1)',
        '/callback',
        '',
        'https://user:pw@app.example.com/cb',
        'https://app.example.com/a b',
    ])('%p is rejected', (given) => {
        expect(codeOf(() => checkCallbackUrls([given]))).toBe('invalid_callback_url')
    })
})

describe('the instance', () => {
    it.each([
        ['https://example.service-now.com', 'https://example.service-now.com'],
        ['https://Example.service-now.com/', 'https://example.service-now.com'],
        ['http://127.0.0.1:8181', 'http://127.0.0.1:8181'],
        ['http://dev.localhost:8181/', 'http://dev.localhost:8181'],
    ])('%s is %s', (given, expected) => {
        expect(checkInstanceUrl(given)).toBe(expected)
    })

    it.each([
        'http://example.service-now.com',
        'https://example.service-now.com/now',
        'https://example.service-now.com/?a=1',
        'https://example.service-now.com/?',
        'http://localhost.example',
        'https://u:p@example.service-now.com',
        'example',
        '',
    ])('%p is rejected', (given) => {
        expect(codeOf(() => checkInstanceUrl(given))).toBe('invalid_instance_url')
    })
})
