import { checkOptions, toOptions } from '../../src/parameters'
import { inPage, page } from './page-globals'

inPage()

describe('the positional form', () => {
    const settingsOf = (...args: unknown[]) => checkOptions(toOptions(args))
    const URL_TEXT = 'https://example.service-now.com'
    beforeEach(() => {
        page.fin = { Window: { create: () => undefined } }
    })

    it.each([
        `${URL_TEXT}/`,
        `${URL_TEXT}/path`,
        `${URL_TEXT}/nav_to.do?uri=x`,
        `${URL_TEXT}?`,
        `${URL_TEXT}/now/workspace#/home`,
        ` ${URL_TEXT} `,
        'HTTPS://Example.Service-Now.com:443/x',
    ])('H1 uses the origin of %s', (address) => {
        expect(settingsOf(address, 'client').instanceUrl).toBe(URL_TEXT)
    })

    it.each([
        'http://example.service-now.com/path',
        'https://user:secret@example.service-now.com/path',
        'https://user@example.service-now.com',
        'ftp://example.service-now.com/path',
        'javascript:alert(1)//example',
        `blob:${URL_TEXT}/1`,
        'example.service-now.com',
        '/path',
        '',
        undefined,
        null,
        42,
    ])('H1 rejects %p', (address) => {
        expect(() => settingsOf(address, 'client')).toThrow(
            expect.objectContaining({
                code: 'invalid_parameter',
                message: expect.stringContaining('instanceUrl'),
            })
        )
    })

    it('converts parameters to strings, and treats null as omitted', () => {
        const params = { max_age: 3600, silent: true, hint: null, scope: 'a b', prompt: 'login' }
        expect(settingsOf(URL_TEXT, 'client', [], params, null)).toMatchObject({
            authFlowParams: { max_age: '3600', silent: 'true', hint: 'null', scope: 'a b', prompt: 'login' },
            authWindowOptions: {},
            scope: [],
        })
        expect(settingsOf(URL_TEXT, 'client', undefined, null, { defaultWidth: 5 })).toMatchObject({
            authFlowParams: {},
            authWindowOptions: { defaultWidth: 5 },
        })
    })

    it.each<[string[] | undefined, string[]]>([
        [undefined, []],
        [[], []],
        [[''], []],
        [
            ['a b', 'c'],
            ['a', 'b', 'c'],
        ],
    ])('reads scope %j as %j', (scope, expected) => {
        expect(settingsOf(URL_TEXT, 'client', scope).scope).toEqual(expected)
    })

    it.each(['useraccount', {}, null, ['a"b']])('H2 rejects scope %j', (scope) => {
        expect(() => settingsOf(URL_TEXT, 'client', scope)).toThrow(
            expect.objectContaining({ code: 'invalid_parameter' })
        )
    })

    it.each([
        'state',
        'redirect_uri',
        'client_id',
        'response_type',
        'code_challenge',
        'code_challenge_method',
    ])('H2 rejects a replacement of %s', (name) => {
        expect(() => settingsOf(URL_TEXT, 'client', [], { [name]: 'x' })).toThrow(
            expect.objectContaining({ code: 'invalid_parameter' })
        )
    })
})
