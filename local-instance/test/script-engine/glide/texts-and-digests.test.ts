import { createHash, randomBytes } from 'node:crypto'
import { createMemoryBridge } from './support/memory-bridge'
import { createRuntimeContext } from './support/runtime-context'
import { decodeBase64, encodeBase64 } from '../../../src/script-engine/glide/system/base64'
import { sha256 } from '../../../src/script-engine/glide/system/sha256'
import { decodeUtf8, encodeUtf8 } from '../../../src/script-engine/glide/system/utf8'

const random = createMemoryBridge({ random: ({ bytes }) => randomBytes(bytes).toString('hex') })
const { value } = createRuntimeContext(random.bridge)
const json = (source: string) => JSON.parse(value(source) as string) as unknown

describe('encodings', () => {
    it.each([0, 1, 2, 3, 55, 56, 63, 64, 65, 119, 120, 1000])(
        'match Node’s for %i random bytes',
        (length) => {
            const bytes = randomBytes(length)
            expect(encodeBase64(bytes)).toBe(bytes.toString('base64'))
            expect(Buffer.from(decodeBase64(bytes.toString('base64')))).toEqual(bytes)
            expect(Buffer.from(decodeBase64(bytes.toString('base64url')))).toEqual(bytes)
            expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(
                createHash('sha256').update(bytes).digest('hex')
            )
        }
    )

    it.each(['', 'plain', 'äöü', '漢字', '😀 and 👩‍👩‍👧', '\u0000\u007f\u0080\u07ff\u0800\uffff'])(
        'match for the text %j',
        (text) => {
            expect(Buffer.from(encodeUtf8(text))).toEqual(Buffer.from(text))
            expect(decodeUtf8(Buffer.from(text))).toBe(text)
        }
    )

    it('replace invalid UTF-8 with U+FFFD', () => {
        expect(Buffer.from(encodeUtf8('a\ud800b')).toString()).toBe('a\ufffdb')
        for (const bytes of [
            [0x80],
            [0xc3],
            [0xc0, 0x80],
            [0xe2, 0x82],
            [0xf5, 0x80, 0x80, 0x80],
            [0xed, 0xa0, 0x80],
        ]) {
            const decoded = decodeUtf8([0x61, ...bytes, 0x62])
            expect(decoded).toMatch(/^a\ufffd+b$/)
        }
    })
})

describe('GlideDigest', () => {
    it('returns SHA-256 of the UTF-8 text', () => {
        const expected = createHash('sha256').update('ü')
        const digest = expected.digest()
        expect(value("new GlideDigest().getSHA256Hex('ü')")).toBe(digest.toString('hex'))
        expect(value("new GlideDigest().getSHA256Base64('ü')")).toBe(digest.toString('base64'))
    })

    it('does not offer unsupported algorithms', () => {
        expect(json('[typeof new GlideDigest().getMD5Hex, typeof new GlideDigest().getSHA1Hex]')).toEqual([
            'undefined',
            'undefined',
        ])
    })
})

describe('GlideStringUtil', () => {
    it.each([
        ["escapeHTML('<a b=\"c\">&\\'')", '&lt;a b=&quot;c&quot;&gt;&amp;&#39;'],
        ["unEscapeHTML('&lt;a&gt; &amp;lt; &#39;')", "<a> &lt; '"],
        ["escapeQueryTermSeparator('a^b')", 'a^^b'],
        ["dotToUnderBar('a.b.c')", 'a_b_c'],
        ["getNumeric('a1b2')", '12'],
        ['escapeTicks("it\'s")', "it\\'s"],
        ["escapeAllQuotes('\"')", '\\"'],
        ["newLinesToBreaks('a\\r\\nb\\nc')", 'a<br/>b<br/>c'],
        ["normalizeWhitespace('a  \\t b')", 'a b'],
        ["isEligibleSysID('0123456789abcdef0123456789abcdef')", 'true'],
        ["isEligibleSysID('0123')", 'false'],
        ["isBase64('YWI=')", 'true'],
        ["isBase64('YWI')", 'false'],
    ])('%s is %s', (call, expected) => {
        expect(value(`GlideStringUtil.${call}`)).toBe(expected)
    })
})

describe('GlideSecureRandomUtil', () => {
    it('returns numbers within the bound and texts of the length', () => {
        const script = `var all = []; for (var i = 0; i < 200; i++) all.push(GlideSecureRandomUtil.getSecureRandomIntBound(3));
            [all.every(function (n) { return n === 0 || n === 1 || n === 2 }), [0, 1, 2].every(function (n) { return all.indexOf(n) >= 0 }),
                GlideSecureRandomUtil.getSecureRandomString(40)]`
        const [within, every, text] = json(script) as [boolean, boolean, string]
        expect([within, every]).toEqual([true, true])
        expect(text).toMatch(/^[A-Za-z0-9]{40}$/)
        expect(() => value('GlideSecureRandomUtil.getSecureRandomIntBound(0)')).toThrow(
            'bound must be positive'
        )
    })
})
