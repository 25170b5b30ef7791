import { answerMembers } from './answer-members'

const take = (body: string) =>
    answerMembers(body)?.reduce<Record<string, string>>(
        (all, { name, text }) => ({ ...all, [name]: text }),
        {}
    )

describe('H60 the members of an answer', () => {
    it('are texts, whatever they were', () => {
        const body = '{"access_token":"a","expires_in":3599,"ok":true,"list":[1,null,"b"],"nested":{"c":1}}'
        expect(take(body)).toEqual({
            access_token: 'a',
            expires_in: '3599',
            ok: 'true',
            list: '1,,b',
            nested: '[object Object]',
        })
    })

    it('leave out what has no text, and nothing else', () => {
        expect(take('{"scope":null,"access_token":"a","odd":{"toString":5},"last":"z"}')).toEqual({
            access_token: 'a',
            last: 'z',
        })
    })

    it.each([
        ['an object', '{}', {}],
        ['null', 'null', {}],
        ['a number', '5', {}],
        ['a list', '["a","b"]', { 0: 'a', 1: 'b' }],
        ['a text', '"ab"', { 0: 'a', 1: 'b' }],
    ])('of %s are those the parent would find', (_what, body, members) => {
        expect(take(body)).toEqual(members)
    })

    it.each([
        ['nothing', ''],
        ['a page', '<html></html>'],
        ['half an object', '{"access_token":'],
        ['a form', 'access_token=a&refresh_token=b'],
    ])('of %s are null: it is no JSON', (_what, body) => {
        expect(answerMembers(body)).toBeNull()
    })

    it('may be called like what every object has', () => {
        expect(answerMembers('{"__proto__":"p","constructor":"c"}')).toEqual([
            { name: '__proto__', text: 'p' },
            { name: 'constructor', text: 'c' },
        ])
    })
})
