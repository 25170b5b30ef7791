import { setProperty, startInstance, type TestInstance } from './instance'

const ORIGIN = 'https://app.example.com'
const PROPERTY = 'glide.oauth.cors.allowed.origin'

async function allowed(
    { url }: TestInstance,
    { origin = ORIGIN, method = 'POST', path = '/oauth_token.do' } = {}
): Promise<string | null> {
    const response = await fetch(url + path, { method, headers: { origin }, redirect: 'manual' })
    return response.headers.get('access-control-allow-origin')
}

describe.each(['australia', 'brazil'] as const)('on %s', (release) => {
    let instance: TestInstance
    beforeAll(async () => {
        instance = await startInstance({ release })
    })
    afterAll(() => instance.close())

    it.each([
        ['', null],
        ['*', '*'],
        [ORIGIN, ORIGIN],
        ['app.example.com', ORIGIN],
        ['APP.example.com', ORIGIN],
        ['example.com', null],
        ['*.example.com', null],
        ['https://app.example.com.evil.com', null],
        ['http://app.example.com', null],
        ['app.example.com:443', null],
        ['app.example.com/', null],
        ['app.example.com,other.example.com', null],
        ['null', null],
    ])('the value "%s" allows %s', async (value, expected) => {
        setProperty(instance, PROPERTY, value)
        expect(await allowed(instance)).toBe(expected)
        for (const name of ['oauth-authorization-server', 'oauth-protected-resource']) {
            expect(await allowed(instance, { path: `/.well-known/${name}`, method: 'GET' })).toBe(expected)
        }
        expect(await allowed(instance, { path: '/oauth_revoke_token.do' })).toBeNull()
        expect(await allowed(instance, { path: '/login.do', method: 'GET' })).toBeNull()
    })

    it.each([
        ['https://app.example.com:8443', null],
        ['https://app.example.com:443', null],
        ['https://app.example.com.', null],
        ['https://app.example.com/', null],
        ['https://user@app.example.com', null],
        ['https://app.example.com, https://app.example.com', null],
        ['https://a.app.example.com', null],
        ['app.example.com', null],
        ['null', null],
        ['HTTPS://APP.EXAMPLE.COM', 'HTTPS://APP.EXAMPLE.COM'],
    ])('the origin "%s" is %s if the value is a host', async (origin, expected) => {
        setProperty(instance, PROPERTY, 'app.example.com')
        expect(await allowed(instance, { origin })).toBe(expected)
        expect(await allowed(instance, { origin, method: 'OPTIONS' })).toBe(expected)
    })

    it('an IPv6 address and a port are parts of a host', async () => {
        setProperty(instance, PROPERTY, '[::1]:8080')
        expect(await allowed(instance, { origin: 'http://[::1]:8080' })).toBe('http://[::1]:8080')
        expect(await allowed(instance, { origin: 'http://[::1]' })).toBeNull()
    })

    it('answers preflights, and exposes error responses', async () => {
        setProperty(instance, PROPERTY, 'app.example.com')
        const preflight = await fetch(`${instance.url}/oauth_token.do`, {
            method: 'OPTIONS',
            headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
        })
        expect(preflight.status).toBe(204)
        expect(preflight.headers.get('access-control-allow-origin')).toBe(ORIGIN)
        expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
        expect(preflight.headers.get('vary')).toBe('Origin')
        expect(await allowed(instance, { origin: 'null' })).toBeNull()
        expect(await allowed(instance)).toBe(ORIGIN)
    })
})

it.each(['xanadu', 'yokohama', 'zurich'] as const)('%s does not support the property', async (release) => {
    const instance = await startInstance({ release })
    expect(instance.host.store.property(PROPERTY)).toBeUndefined()
    setProperty(instance, PROPERTY, '*')
    expect(await allowed(instance)).toBeNull()
    const columns = instance.host.store.dictionary.table('oauth_entity')?.columns
    expect(columns?.has('extend_refresh_token_expiry')).toBe(release !== 'xanadu')
    await instance.close()
})
