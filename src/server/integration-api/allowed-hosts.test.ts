import { isKeptOff } from './allowed-hosts'

const OWN = 'https://example.service-now.com/oauth_token.do'

describe('the allow-list of outbound hosts', () => {
    it.each([
        '',
        ' , ',
        undefined,
        null,
        '*',
        'example.service-now.com',
        'a.example, EXAMPLE.service-now.com ,b.example',
        '*.service-now.com',
        'https://example.service-now.com/',
        'example.service-now.com:443',
        'x_opfi_openfin:example.service-now.com',
        'x_opfi_openfin:*',
    ])('%p does not block the instance itself', (list) => {
        expect(isKeptOff(list, OWN)).toBe(false)
    })

    it.each([
        'other.service-now.com',
        '*.example.com',
        'service-now.com',
        'xexample.service-now.com',
        '*.example.service-now.com',
        'x_opfi_openfin:other.example',
        'x_other:*',
        '9x_opfi_openfin:*',
        'x_opfi_openfin:*\nother',
        '*http://',
        'example.service-now:80.com',
    ])('%p blocks it', (list) => {
        expect(isKeptOff(list, OWN)).toBe(true)
    })

    it('compares loopback addresses literally', () => {
        expect(isKeptOff('127.0.0.1', 'http://127.0.0.1:8181/oauth_token.do')).toBe(false)
        expect(isKeptOff('127.0.0.1', 'http://localhost:8181/oauth_token.do')).toBe(true)
        expect(isKeptOff('x_opfi_openfin:127.0.0.1', 'http://127.0.0.1:8181/oauth_token.do')).toBe(false)
        expect(isKeptOff('localhost:8181', 'http://localhost:8181/oauth_token.do')).toBe(false)
    })
})
