import { upstreamAddress } from './upstream-address'

describe('H22 the URL of the token endpoint', () => {
    it.each([
        ['https://example.service-now.com/', 'https://example.service-now.com/oauth_token.do'],
        ['https://example.service-now.com', 'https://example.service-now.com/oauth_token.do'],
        [' https://a.example/ ', 'https://a.example/oauth_token.do'],
        ['https://a.example//', 'https://a.example/oauth_token.do'],
        ['http://127.10.200.1:8181/', 'http://127.10.200.1:8181/oauth_token.do'],
        ['http://127.0.0.1:8181/', 'http://127.0.0.1:8181/oauth_token.do'],
        ['http://localhost:8181/', 'http://localhost:8181/oauth_token.do'],
        ['http://[::1]:8181/', 'http://[::1]:8181/oauth_token.do'],
        ['http://dev.localhost:8181/', 'http://dev.localhost:8181/oauth_token.do'],
        ['http://DEV.Localhost.:8181/', 'http://DEV.Localhost.:8181/oauth_token.do'],
        ['https://sn.example.com:8443/', 'https://sn.example.com:8443/oauth_token.do'],
    ])('from %p is %p', (property, address) => {
        expect(upstreamAddress(property, '/oauth_token.do')).toBe(address)
    })

    it('can be that of the revocation endpoint', () => {
        expect(upstreamAddress('https://a.example/', '/oauth_revoke_token.do')).toBe(
            'https://a.example/oauth_revoke_token.do'
        )
    })

    it.each([
        '',
        null,
        undefined,
        'example.service-now.com',
        'http://example.service-now.com/',
        'https://user:password@example.com/',
        'https://example.com/path/',
        'https://example.com/?a=b',
        'https://example.com/#',
        'https://example.com\\@evil.example/',
        'https://example.com:99999999/',
        'http://127.0.0.1.evil.example/',
        'http://localhost.evil.example/',
        'http://notlocalhost/',
        'http://evil.example\nlocalhost/',
        'ftp://example.com/',
        'https://a.example\nhttps://b.example',
    ])('from %p is none', (property) => {
        expect(upstreamAddress(property, '/oauth_token.do')).toBeNull()
    })
})
