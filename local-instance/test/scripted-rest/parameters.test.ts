import { decodeFormText, parseParameters } from '../../src/core/rest/parameters'

describe('form values', () => {
    it('are decoded once', () => {
        expect(decodeFormText('a%20b+c%2Bd')).toBe('a b c+d')
        expect(decodeFormText('%252F')).toBe('%2F')
        expect(decodeFormText('%E2%82%AC')).toBe('€')
        expect(decodeFormText('%0D%0A%00')).toBe('\r\n\0')
    })

    it('are kept if the sender does not encode them', () => {
        expect(decodeFormText('https://dev.example.com/oauth_redirect.do')).toBe(
            'https://dev.example.com/oauth_redirect.do'
        )
        expect(decodeFormText('a-b._~c')).toBe('a-b._~c')
        expect(decodeFormText('100%')).toBe('100%')
        expect(decodeFormText('50%zz%4')).toBe('50%zz%4')
        expect(decodeFormText('grün€😀')).toBe('grün€😀')
    })

    it('with invalid UTF-8 get replacement characters, never an error', () => {
        expect(decodeFormText('%ff%fe')).toBe('\ufffd\ufffd')
        expect(decodeFormText('%ED%A0%80')).not.toMatch(/[\ud800-\udfff]/)
    })
})

describe('parameters', () => {
    it('contain the query and the form together, each with all its values', () => {
        expect(parseParameters('name3=value3&name4=value4', 'name1=value1&name2=value2&name3=again')).toEqual(
            {
                name1: ['value1'],
                name2: ['value2'],
                name3: ['value3', 'again'],
                name4: ['value4'],
            }
        )
    })

    it('may be empty, without a value, or contain further equals signs', () => {
        expect(parseParameters('scope=&flag&&token=a=b==')).toEqual({
            scope: [''],
            flag: [''],
            token: ['a=b=='],
        })
        expect(parseParameters('', '')).toEqual({})
    })

    it('do not reach any prototype', () => {
        const parameters = parseParameters('__proto__=x&constructor=y&toString=z')
        expect(Object.keys(parameters)).toEqual(['__proto__', 'constructor', 'toString'])
        expect(({} as Record<string, unknown>)['x']).toBeUndefined()
        expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype)
    })

    it('may be many and long', () => {
        const body = Array.from({ length: 10_000 }, (_, index) => `p${index}=v`).join('&')
        expect(Object.keys(parseParameters(body))).toHaveLength(10_000)
        expect(parseParameters(`a=${'%'.repeat(1_000_000)}`)['a']?.[0]).toHaveLength(1_000_000)
    })
})
