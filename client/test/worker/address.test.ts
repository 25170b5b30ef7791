import { apiAddress } from '../../src/worker/address'

const INSTANCE = 'https://example.service-now.com'

describe('H34 destinations of the access token', () => {
    it.each([
        ['/api/now/table/incident?sysparm_limit=1', '/api/now/table/incident?sysparm_limit=1'],
        ['api/now/table/incident', '/api/now/table/incident'],
        ['/api/now/../now/table/incident', '/api/now/table/incident'],
        [`${INSTANCE}/api/now/table/incident?sysparm_offset=10`, '/api/now/table/incident?sysparm_offset=10'],
        ['https://user:word@example.service-now.com/api/now/table/incident#x', '/api/now/table/incident'],
        ['/api/now/table/oauth_credential', '/api/now/table/oauth_credential'],
        ['/api/now/table/incident?next=/oauth_token.do', '/api/now/table/incident?next=/oauth_token.do'],
        ['/api/now/table/incident/100%25', '/api/now/table/incident/100%25'],
    ])('%s is an API of the instance', (endpoint, path) => {
        expect(apiAddress(INSTANCE, endpoint)).toBe(INSTANCE + path)
    })

    it.each([
        'https://elsewhere.example/api/now/table/incident',
        'http://example.service-now.com/api/now/table/incident',
        'https://example.service-now.com:8443/api/now/table/incident',
        'https://example.service-now.com.elsewhere.example/api',
        'https://example.service-now.com@elsewhere.example/api',
        '//elsewhere.example/api/now/table/incident',
        '/\\elsewhere.example/api/now/table/incident',
        '\\\\elsewhere.example/api',
        '/\t/elsewhere.example/api',
        ' //elsewhere.example/api',
        'javascript:alert(1)',
        'data:text/plain,x',
        'blob:https://example.service-now.com/0',
    ])('%j is outside the instance', (endpoint) => {
        expect(() => apiAddress(INSTANCE, endpoint)).toThrow(
            expect.objectContaining({ code: 'invalid_parameter' })
        )
    })

    it.each([
        '/oauth_token.do',
        '/oauth_auth.do?client_id=x',
        '/oauth_revoke_token.do',
        '/oauth_redirect.do',
        '/oauth_initiator.do',
        '/OAuth_Token.DO',
        '/api/../oauth_token.do',
        '/api/%2e%2e/oauth_token.do',
        '/api/now/..%2f..%2foauth_token.do',
        '/api/now/%252e%252e%252foauth_token.do',
        '/%6fauth_token.do',
        '/%256fauth_token.do',
        '/oauth_token%2edo%zz',
        '/oauth_token.do;jsessionid=1',
        '//example.service-now.com/oauth_token.do',
        '/.//oauth_token.do',
        '\\oauth_token.do',
        '/api/x_opfi_openfin/v1/integration/request_tokens',
        '/api/x_opfi_openfin/integration/revoke_token',
    ])('%j is an OAuth page', (endpoint) => {
        expect(() => apiAddress(INSTANCE, endpoint)).toThrow(
            expect.objectContaining({ code: 'invalid_parameter' })
        )
    })

    it('rejects an invalid URL', () => {
        expect(() => apiAddress(INSTANCE, 'https://[')).toThrow('Invalid URL')
    })
})
