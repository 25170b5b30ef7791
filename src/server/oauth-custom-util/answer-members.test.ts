import { answerMembers } from './answer-members'

const take = (body: string) =>
    answerMembers(body)?.reduce<Record<string, string>>(
        (all, { name, text }) => ({ ...all, [name]: text }),
        {}
    )

describe('H60 the members of a response', () => {
    it('are text, whatever their type', () => {
        const body = '{"access_token":"a","expires_in":3599,"ok":true,"list":[1,null,"b"],"nested":{"c":1}}'
        expect(take(body)).toEqual({
            access_token: 'a',
            expires_in: '3599',
            ok: 'true',
            list: '1,,b',
            nested: '[object Object]',
        })
    })

    it('skip only members without a text', () => {
        const body = '{"scope":null,"access_token":"a","odd":{"toString":5},"last":"z"}'
        expect(take(body)).toStrictEqual({ access_token: 'a', last: 'z' })
    })

    it.each([
        ['an object', '{}', {}],
        ['null', 'null', {}],
        ['a number', '5', {}],
        ['a list', '["a","b"]', { 0: 'a', 1: 'b' }],
        ['a text', '"ab"', { 0: 'a', 1: 'b' }],
    ])('of %s are those that the parent class finds', (_what, body, members) => {
        expect(take(body)).toEqual(members)
    })

    it.each([
        ['nothing', ''],
        ['a page', '<html></html>'],
        ['half an object', '{"access_token":'],
        ['a form', 'access_token=a&refresh_token=b'],
    ])('of %s are null: it is not valid JSON', (_what, body) => {
        expect(answerMembers(body)).toBeNull()
    })

    it('may have names of built-in properties', () => {
        expect(answerMembers('{"__proto__":"p","constructor":"c"}')).toEqual([
            { name: '__proto__', text: 'p' },
            { name: 'constructor', text: 'c' },
        ])
    })
})
