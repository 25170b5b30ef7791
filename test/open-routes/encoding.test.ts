import { HONEST, startRecorded, type RecordedInstance } from './open-routes'

/** The parameters that may hold any visible character, with a request for each. */
const OPAQUE = [
    { name: 'code', ...HONEST.exchange },
    { name: 'redirect_uri', ...HONEST.exchange },
    { name: 'refresh_token', ...HONEST.renewal },
    { name: 'token', ...HONEST.revocation },
]
/** The parameters whose characters are restricted to a list. */
const NARROW = [
    { name: 'client_id', ...HONEST.exchange },
    { name: 'client_id', ...HONEST.revocation },
    { name: 'code_verifier', ...HONEST.exchange },
]

describe('H23 characters in values', () => {
    let instance: RecordedInstance

    beforeAll(async () => {
        instance = await startRecorded()
    })
    afterAll(() => instance.close())

    /** The request with the valid value replaced, as bytes. */
    const withValue = (form: string, name: string, value: string | Buffer): Buffer => {
        const [before = '', after = ''] = form.split(new RegExp(`(?<=\\b${name}=)[^&]*`))
        return Buffer.concat([Buffer.from(before), Buffer.from(value), Buffer.from(after)])
    }

    it.each([
        ['an encoded line break', 'a%0d%0aSet-Cookie:%20x=1'],
        ['an encoded line feed', 'a%0Ab'],
        ['a line break', 'a\r\nSet-Cookie: x=1'],
        ['a trailing line break', 'a%0A'],
        ['an encoded NUL', 'a%00b'],
        ['a NUL', 'a\u0000b'],
        ['a NUL alone', '%00'],
        ['a tab', 'a%09b'],
        ['an escape character', 'a%1b[0m'],
        ['a delete character', 'a%7f'],
        ['a space', 'a%20b'],
        ['a plus, which is a space', 'a+b'],
        ['an encoded lone surrogate', 'a%ED%A0%80'],
        ['an encoded lone low surrogate', '%ED%B0%80a'],
        ['a surrogate pair in CESU-8', '%ED%A0%BD%ED%B8%80'],
        ['a broken sequence', 'a%C3'],
        ['an overlong encoded slash', '%C0%AF'],
        ['a byte that is not valid UTF-8', Buffer.from([0x61, 0xff])],
        ['a truncated character', Buffer.from([0x61, 0xe2, 0x82])],
        ['a non-ASCII letter', 'ä'],
        ['a look-alike letter', encodeURIComponent('а-token')],
        ['a full-width letter', encodeURIComponent('ａ-token')],
        ['a supplementary character', encodeURIComponent('😀')],
        ['a right-to-left override', encodeURIComponent('a\u202eb')],
        ['a zero-width space', encodeURIComponent('a\u200bb')],
        ['a line separator', encodeURIComponent('a\u2028b')],
        ['a byte order mark', encodeURIComponent('\ufeffa')],
    ])('H23 %s is refused, and nothing is forwarded', async (_what, value) => {
        for (const { name, route, form } of [...OPAQUE, ...NARROW]) {
            const answer = await instance.post(route, withValue(form, name, value))
            expect([name, answer.status]).toEqual([name, 400])
            expect(answer.json()).toMatchObject({ error: { code: 'invalid_request' } })
            expect(answer.headers.flat()).not.toContain('set-cookie')
        }
        expect(instance.upstream.take()).toEqual([])
    })

    it.each([
        [
            'an encoded ampersand',
            'a%26client_secret%3Dx%26grant_type%3Dpassword',
            'a&client_secret=x&grant_type=password',
        ],
        ['an equals sign', 'a=b==', 'a=b=='],
        ['a semicolon', 'a;refresh_token=b', 'a;refresh_token=b'],
        ['an encoded percent sign', 'a%2526b', 'a%26b'],
        ['a doubly encoded line break', 'a%250d%250aX:y', 'a%0d%0aX:y'],
        ['a doubly encoded NUL', 'a%2500', 'a%00'],
        ['an encoded plus', 'a%2Bb%2b', 'a+b+'],
        ['broken escapes', 'a%zz%4%', 'a%zz%4%'],
        ['a different kind of escape', 'a%u0026b', 'a%u0026b'],
        ['a fragment and a query', 'a#b?c', 'a#b?c'],
        ['a variable', 'a${b}', 'a${b}'],
        ['an encoded variable', '%24%7Bgs.getProperty(1)%7D', '${gs.getProperty(1)}'],
        ['quotes and brackets', `'"<script>[]{}()\\\`|^~!*`, `'"<script>[]{}()\\\`|^~!*`],
        ['a query operator', 'a^ORactive=true^NQ', 'a^ORactive=true^NQ'],
        ['a script', 'javascript:gs.log(1)', 'javascript:gs.log(1)'],
        ['a prototype property', '__proto__', '__proto__'],
        ['the first and the last printable character', '!~', '!~'],
    ])('H23 %s is decoded once and encoded once, as one value', async (_what, sent, meant) => {
        for (const { name, route, form, forwarded } of OPAQUE) {
            const answer = await instance.post(route, withValue(form, name, sent))
            expect([name, answer.status]).toEqual([name, 200])
            const [received, ...more] = instance.upstream.take()
            expect(more).toEqual([])
            expect(received?.form).toEqual(Object.entries({ ...forwarded, [name]: meant }))
            // One pair per name, even before decoding.
            expect(received?.body.split('&')).toHaveLength(Object.keys(forwarded).length)
            expect(received?.body).toMatch(/^[\w.~!'()*%=&-]+$/)
        }
    })

    it.each([
        ['an ampersand', 'a%26b'],
        ['an encoded percent sign', 'a%2526b'],
        ['a caret', 'a^b'],
        ['a quote', "a'b"],
    ])('H23 %s is refused if the characters are restricted to a list', async (_what, value) => {
        for (const { name, route, form } of NARROW) {
            const long = name === 'code_verifier' ? `${value}${'v'.repeat(43)}` : value
            const { status } = await instance.post(route, withValue(form, name, long))
            expect([name, status]).toEqual([name, 400])
        }
        expect(instance.upstream.take()).toEqual([])
    })

    it('H23 an encoded name is the same name', async () => {
        const form = `%67rant_type=refresh%5ftoken&client%5Fid=${HONEST.renewal.forwarded.client_id}&refresh_toke%6e=a-token`
        expect((await instance.post('request_tokens', form)).status).toBe(200)
        expect(instance.upstream.take().map((one) => one.form)).toEqual([
            Object.entries(HONEST.renewal.forwarded),
        ])
    })

    it('H23 a value that decodes to a separator adds no second parameter', async () => {
        const form = `${HONEST.revocation.form.split('&').slice(0, 2).join('&')}%26token_type_hint%3Drefresh_token`
        expect((await instance.post('revoke_token', form)).status).toBe(200)
        expect(instance.upstream.take().map((one) => one.form)).toEqual([
            [
                ['client_id', HONEST.revocation.forwarded.client_id],
                ['token', 'a-token&token_type_hint=refresh_token'],
            ],
        ])
    })
})
