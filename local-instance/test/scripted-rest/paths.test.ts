import { parseApiPath } from '../../src/core/rest/api-path'
import { bestMatch, matchTemplate, parseTemplate } from '../../src/plugins/scripted-rest/path-template'

describe('the path of an API', () => {
    it('has a namespace, an optional version, an API id and the rest', () => {
        expect(parseApiPath('/api/x_acme/v1/orders/items/7?a=b')).toEqual({
            namespace: 'x_acme',
            version: 'v1',
            services: { versioned: 'orders', plain: 'v1' },
            rest: { versioned: ['items', '7'], plain: ['orders', 'items', '7'] },
        })
        expect(parseApiPath('/api/x_acme/orders')).toMatchObject({
            version: null,
            services: { versioned: null, plain: 'orders' },
            rest: { plain: [] },
        })
    })

    it('may end with a slash and contain escapes', () => {
        expect(parseApiPath('/api/x/orders/a%20b/')?.rest.plain).toEqual(['a b'])
    })

    it.each([
        '/',
        '/api',
        '/api/x',
        '/apis/x/orders',
        '/API/x/orders',
        '/api//orders',
        '/api/x//orders',
        '/api/x/../y/orders',
        '/api/x/orders/%2e%2e/secret',
        '/api/x/orders/.',
        '/api/x/orders/a%2fb',
        '/api/x/orders/a%5Cb',
        '/api/x/orders/a\\b',
        '/api/x/orders/a%00',
        '/api/x/orders/%0d%0a',
        '/api/x/orders/%',
        '/api/x/orders/%zz',
        '/api/x/orders/%c0%af',
        'http://elsewhere/api/x/orders',
    ])('is not %s', (url) => {
        expect(parseApiPath(url)).toBeUndefined()
    })
})

describe('a relative path', () => {
    it('takes parameters from its segments', () => {
        expect(matchTemplate(parseTemplate('/a/{id}/b/{other}'), ['a', '1', 'b', '2'])).toEqual({
            id: '1',
            other: '2',
        })
        expect(matchTemplate(parseTemplate('/'), [])).toEqual({})
    })

    it('does not match more, fewer or other segments', () => {
        const template = parseTemplate('/a/{id}')
        expect(matchTemplate(template, ['a'])).toBeUndefined()
        expect(matchTemplate(template, ['a', '1', 'b'])).toBeUndefined()
        expect(matchTemplate(template, ['A', '1'])).toBeUndefined()
    })

    it('keeps a parameter of any name as an own property', () => {
        const parameters = matchTemplate(parseTemplate('/{__proto__}'), ['polluted'])
        expect(Object.keys(parameters ?? {})).toEqual(['__proto__'])
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    })

    it('prefers literal segments, from left to right', () => {
        const candidates = ['/{a}/{b}', '/{a}/list', '/items/{b}', '/items/list'].map((path) => ({
            path,
            template: parseTemplate(path),
        }))
        const best = (...path: string[]) => bestMatch(candidates, path)?.candidate.path
        expect(best('items', 'list')).toBe('/items/list')
        expect(best('items', '7')).toBe('/items/{b}')
        expect(best('other', 'list')).toBe('/{a}/list')
        expect(best('other', '7')).toBe('/{a}/{b}')
        expect(best('other')).toBeUndefined()
    })
})
