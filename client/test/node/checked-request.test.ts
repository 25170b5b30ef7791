import { ParameterError } from '../../src/errors'
import { checkRequest } from '../../src/node/checked-request'

const INSTANCE = 'https://example.service-now.com'

function refusal(path: string | URL, init?: RequestInit): unknown {
    try {
        return checkRequest(INSTANCE, path, init).url.href
    } catch (error) {
        expect(error).toBeInstanceOf(ParameterError)
        return (error as ParameterError).code
    }
}

describe('a request with the access token', () => {
    it.each([
        ['/api/now/table/incident?sysparm_limit=1', `${INSTANCE}/api/now/table/incident?sysparm_limit=1`],
        [`${INSTANCE}/api/now/table/task`, `${INSTANCE}/api/now/table/task`],
        ['/api/now/table/oauth_entity', `${INSTANCE}/api/now/table/oauth_entity`],
        ['/api/now/../now/table/task', `${INSTANCE}/api/now/table/task`],
        ['/api/now/table/task/100%25', `${INSTANCE}/api/now/table/task/100%25`],
        ['/api/x_opfi_openfin/v1/integration/user_info', undefined],
        ['/api/now/table/task?sysparm_query=short_descriptionLIKE/oauth_token.do', undefined],
    ])('may be sent to %s', (path, url) => {
        expect(refusal(path)).toBe(url ?? INSTANCE + path)
    })

    it.each([
        ['https://evil.example/api'],
        ['http://example.service-now.com/api'],
        ['https://example.service-now.com:8443/api'],
        ['https://user@example.service-now.com/api'],
        ['https://example.service-now.com@evil.example/api'],
        ['//evil.example/api'],
        ['/\\evil.example/api'],
        ['/\t/evil.example/api'],
        ['/api\n/x'],
        ['api/now/table/incident'],
        ['../x'],
        [''],
        ['javascript:alert(1)'],
        ['data:text/plain,x'],
    ])('may not be sent to %j', (path) => {
        expect(refusal(path)).toBe('invalid_parameter')
    })

    it.each([
        ['/oauth_token.do'],
        ['/oauth_revoke_token.do?token=x'],
        ['/oauth_auth.do'],
        ['/OAUTH_TOKEN.DO'],
        ['/%6fauth_token.do'],
        ['/%256fauth_token.do'],
        ['/oauth_token%2edo'],
        ['/oauth_token.do;jsessionid=1'],
        ['/oauth_token.do/'],
        ['/api/../oauth_token.do'],
        ['/api/%2e%2e/oauth_token.do'],
        ['/x/oauth_token.do'],
        ['/x%2foauth_token.do'],
        ['/x%5coauth_token.do'],
        ['/oauthtoken.do'],
        ['/api/x_opfi_openfin/v1/integration/request_tokens'],
        ['/api/x_opfi_openfin/integration/revoke_token'],
    ])('may not be sent to the OAuth page %j', (path) => {
        expect(refusal(path)).toBe('invalid_parameter')
    })

    it.each([['Authorization'], ['COOKIE'], ['x-usertoken'], ['Proxy-Authorization']])(
        'may not have the header %s',
        (name) => {
            expect(refusal('/api/now/table/task', { headers: { [name]: 'x' } })).toBe('invalid_parameter')
            expect(refusal('/api/now/table/task', { headers: [[name, 'x']] })).toBe('invalid_parameter')
        }
    )

    it.each<HeadersInit>([{ 'X-A': '\ud83d' }, { 'X-A': 'a\nb' }, { 'a b': 'c' }, [['X-A', '\u{1f600}']]])(
        'may not have the malformed headers %j',
        (headers) => {
            expect(refusal('/api/now/table/task', { headers })).toBe('invalid_parameter')
        }
    )

    it('does not follow redirects', () => {
        expect(refusal('/api/x', { redirect: 'follow' })).toBe('invalid_parameter')
        expect(checkRequest(INSTANCE, '/api/x').init.redirect).toBe('manual')
        expect(checkRequest(INSTANCE, '/api/x', { redirect: 'error' }).init.redirect).toBe('error')
    })

    it.each<[string, object]>([
        ['an invalid method', { method: 'GET THIS' }],
        ['a method that fetch rejects', { method: 'TRACE' }],
        ['a body with GET', { body: 'x' }],
        ['an invalid header name', { headers: { 'a b': 'x' } }],
        ['a header with a line break', { headers: { a: 'x\ny' } }],
        ['invalid headers', { headers: 'a: b' }],
        ['an invalid signal', { signal: {} }],
    ])('may not have %s', (_what, init) => {
        expect(refusal('/api/x', init as RequestInit)).toBe('invalid_parameter')
    })

    it('recognizes bodies that can be sent twice', () => {
        for (const body of [
            null,
            'x',
            new Uint8Array(1),
            new URLSearchParams(),
            new Blob([]),
            new FormData(),
        ]) {
            expect(checkRequest(INSTANCE, '/api/x', { method: 'POST', body }).isRepeatable).toBe(true)
        }
        expect(checkRequest(INSTANCE, '/api/x').isRepeatable).toBe(true)
        const body = new ReadableStream()
        expect(checkRequest(INSTANCE, '/api/x', { method: 'POST', body }).isRepeatable).toBe(false)
    })
})
