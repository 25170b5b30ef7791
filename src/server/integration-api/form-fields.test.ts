import { checkPlace, checkSize, MAX_BODY, valuesOf } from './form-fields'
import { Refusal } from './refusal'

function refusalOf(run: () => unknown): Refusal {
    try {
        run()
    } catch (thrown) {
        if (thrown instanceof Refusal) return thrown
        throw thrown
    }
    throw new Error('was not refused')
}

describe('the size of a request', () => {
    const honest = { grant_type: ['refresh_token'], client_id: ['c'], refresh_token: ['t'] }

    it('H18 may be that of a legitimate one', () => {
        expect(() => checkSize(honest, { 'content-length': '700' })).not.toThrow()
        expect(() => checkSize(honest, {})).not.toThrow()
        expect(() => checkSize(honest, { 'Content-Length': String(MAX_BODY) })).not.toThrow()
    })

    it('H18 is rejected with 413 if Content-Length is too large', () => {
        const headers = { accept: '*/*', 'CONTENT-LENGTH': String(MAX_BODY + 1) }
        const refusal = refusalOf(() => checkSize({}, headers))
        expect([refusal.status, refusal.code]).toEqual([413, 'invalid_request'])
        expect(refusal.detail).toContain(`${MAX_BODY} bytes`)
    })

    it('H18 may be up to 40 values, of one name or many', () => {
        const names = (count: number) =>
            Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, ['1']]))
        const values = (count: number) => ({ x: Array<string>(count).fill('1') })
        for (const fields of [names, values]) {
            expect(() => checkSize(fields(40), {})).not.toThrow()
            expect(refusalOf(() => checkSize(fields(41), {}))).toMatchObject({
                status: 413,
                detail: expect.stringContaining('40 parameters') as string,
            })
            expect(refusalOf(() => checkSize(fields(10_000), { 'content-length': '12' })).status).toBe(413)
        }
        expect(refusalOf(() => checkSize({ ...names(39), ...values(2) }, {})).status).toBe(413)
    })

    it.each([{}, { 'content-length': '12' }, { 'content-length': 'nonsense' }])(
        'H18 counts names and values if the headers are %j',
        (headers) => {
            expect(() => checkSize({ x: ['a'.repeat(MAX_BODY - 1)] }, headers)).not.toThrow()
            expect(() => checkSize({ x: ['a'.repeat(MAX_BODY - 2), null] }, headers)).not.toThrow()
            expect(refusalOf(() => checkSize({ x: ['a'.repeat(MAX_BODY)] }, headers)).status).toBe(413)
            expect(refusalOf(() => checkSize({ ['x'.repeat(MAX_BODY + 1)]: [''] }, headers)).status).toBe(413)
            const half = 'a'.repeat(MAX_BODY / 2)
            expect(refusalOf(() => checkSize({ x: [half, half] }, headers)).status).toBe(413)
        }
    )
})

describe('the place of parameters', () => {
    it.each([undefined, null, '', 'null', 'sysparm_trace=1', 'x=grant_type', 'Code=a', '%zz=1', 'code%00=a'])(
        'H17 is the body, and %j in the URL is ignored',
        (queryString) => {
            expect(() => checkPlace(queryString)).not.toThrow()
        }
    )

    it.each([
        'grant_type=refresh_token',
        '?client_id=c',
        'a=b&code=c',
        'code_verifier',
        '%72edirect_uri=x',
        'refresh%5Ftoken=t',
        '&&token=t',
        'token_type_hint=',
    ])('H17 is not the URL: %s is rejected', (queryString) => {
        const refusal = refusalOf(() => checkPlace(queryString))
        expect([refusal.status, refusal.code]).toEqual([400, 'invalid_request'])
        expect(refusal.detail).toContain('in the body')
    })
})

describe('the values of a field', () => {
    it.each([
        [undefined, []],
        [null, []],
        ['a', ['a']],
        [
            ['a', 'b'],
            ['a', 'b'],
        ],
        [{ 0: 'a', 1: 'b' }, ['a', 'b']],
        [{ 0: 'a', 1: null, 2: 'b' }, ['a']],
        [{ 0: 'a', length: 1 }, ['a']],
        [{}, []],
    ])('of %j are %j', (given, values) => {
        expect(Array.from(valuesOf(given))).toStrictEqual(values)
    })
})
