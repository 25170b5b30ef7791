import assert from 'node:assert/strict'
import fc from 'fast-check'
import { problemOf } from 'openfin-servicenow-local-instance/dist/plugins/cors/check-rule'
import { findRule, type CorsRule } from 'openfin-servicenow-local-instance/dist/plugins/cors/find-rule'
import { opened, type Target } from './target'

const API = 'a'.repeat(32)

/** CORS rules compared with the WHATWG definition of an origin, which browsers use. */
export const corsOrigins: Target = {
    name: 'cors-origins',
    what: 'rule domains and Origin headers against the URL standard',
    share: 200,
    open: async () =>
        opened({
            arbitrary: fc
                .array(domain, { maxLength: 4 })
                .chain((domains) =>
                    fc.record({ domains: fc.constant(domains), origin: originNear(domains) })
                ),
            check,
        }),
}

/** An origin that is related to the domains, or not. */
function originNear(domains: string[]): fc.Arbitrary<string> {
    if (domains.length === 0) return origin
    const near = fc
        .tuple(
            fc.constantFrom(...domains),
            fc.constantFrom('', 'a.', 'a.b.', 'evil', '.', '..', '-.', 'a..', '*.', '\n'),
            tail
        )
        .map(([domain, prefix, end]) => (domain.includes('*.') ? domain.replace('*.', prefix) : domain) + end)
    const lengthened = fc
        .tuple(
            fc.constantFrom(...domains),
            fc.constantFrom('.evil.com', 'evil.com', ':1', '.', '@evil.com', ':443', '%00.evil.com')
        )
        .map(([domain, end]) => domain.replace('*.', 'a.') + end)
    return fc.oneof(
        { weight: 4, arbitrary: near },
        { weight: 2, arbitrary: lengthened },
        { weight: 1, arbitrary: origin }
    )
}

const label = fc.constantFrom(
    'a',
    'b',
    'app',
    'evil',
    'example',
    'example-',
    '-x',
    '',
    '*',
    'xn--bcher-kva',
    'xn--a',
    'ü'
)
const tld = fc.constantFrom('com', 'COM', 'test', 'c', 'localhost', '0x7f', '1', 'com.', 'xn--p1ai', '')
const host = fc.oneof(
    {
        weight: 6,
        arbitrary: fc
            .tuple(fc.array(label, { maxLength: 4 }), tld)
            .map(([labels, last]) => [...labels, last].join('.')),
    },
    {
        weight: 1,
        arbitrary: fc.constantFrom(
            'localhost',
            '127.0.0.1',
            '127.1',
            '1.2.3.4',
            '256.1.1.1',
            '[::1]',
            '01.2.3.4'
        ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.domain() }
)
const port = fc.oneof(
    { weight: 5, arbitrary: fc.constant('') },
    {
        weight: 2,
        arbitrary: fc.constantFrom(':443', ':80', ':8080', ':08080', ':0', ':65536', ':', ':x', ':99999'),
    },
    { weight: 1, arbitrary: fc.nat(70_000).map((number) => `:${number}`) }
)
const scheme = fc.constantFrom(
    'https://',
    'https://',
    'https://',
    'http://',
    'HTTPS://',
    '//',
    'https:/',
    'javascript://',
    'https://u@',
    ''
)
const tail = fc.constantFrom(
    '',
    '',
    '',
    '',
    '',
    '/',
    '.',
    '\n',
    ' ',
    '?',
    '#',
    '/x',
    '@example.com',
    '\\',
    '%2e',
    '\0'
)
const address = fc.tuple(scheme, host, port, tail).map((parts) => parts.join(''))
const wildcard = fc.tuple(scheme, host, port).map(([start, name, end]) => `${start}*.${name}${end}`)
const origin = fc.oneof(
    { weight: 8, arbitrary: address },
    { weight: 1, arbitrary: fc.constantFrom('null', 'NULL', '', '*', 'https://*', 'file://') },
    { weight: 1, arbitrary: fc.string() }
)
const domain = fc.oneof(
    { weight: 4, arbitrary: address },
    { weight: 3, arbitrary: wildcard },
    { weight: 1, arbitrary: origin }
)

function check({ domains, origin }: { domains: string[]; origin: string }): void {
    const saved = domains.filter((one) => problemOf(one) === undefined)
    for (const one of saved) isSound(one)
    const rules = saved.map(toRule)
    const found = findRule(origin, API, rules)
    assert.equal(findRule(origin, 'b'.repeat(32), rules), undefined, 'a rule of another API')
    const expected = saved.filter((one) => mayBe(origin, one))
    assert.equal(found !== undefined, expected.length > 0, `${origin} by ${expected.join(' ') || 'no rule'}`)
    if (found) assert.equal(found.domain.length, closest(origin, expected).length, 'not the closest rule')
}

function toRule(domain: string, index: number): CorsRule {
    return {
        sysId: String(index),
        domain,
        api: API,
        methods: new Set(['GET']),
        maxAge: 0,
        exposedHeaders: '',
        allowHeaders: '',
        allowCredentials: false,
    }
}

/** A rule that can be saved is a possible browser origin, and admits that origin. */
function isSound(domain: string): void {
    const concrete = domain.replace('*.', 'some.')
    assert.ok(URL.canParse(concrete), `${domain} was accepted and is not a valid origin`)
    const { origin } = new URL(concrete)
    assert.ok(
        findRule(origin, API, [toRule(domain, 0)]),
        `${domain} was accepted and does not let ${origin} in`
    )
    assert.equal((domain.match(/\*/g) ?? []).length <= 1, true, `${domain} has two wildcards`)
}

/**
 * By the URL standard: a browser's origin equals that of the rule, or is a subdomain matched by its wildcard.
 */
function mayBe(origin: string, domain: string): boolean {
    if (!/^https?:\/\/[^/]/i.test(origin) || !URL.canParse(origin)) return false
    const page = new URL(origin)
    // Browsers send the serialised origin; other spellings never match. `*` is not valid in a name.
    if (page.origin !== origin.toLowerCase() || origin.includes('*')) return false
    const rule = new URL(domain.replace('*.', 'some.'))
    if (rule.protocol !== page.protocol || rule.port !== page.port) return false
    if (!domain.includes('*.')) return page.hostname === rule.hostname
    const parent = rule.hostname.slice('some'.length)
    const labels = page.hostname.slice(0, -parent.length)
    return page.hostname.endsWith(parent) && labels.split('.').every((one) => one !== '')
}

function closest(origin: string, domains: string[]): string {
    const exact = domains.find((one) => !one.includes('*'))
    return exact ?? [...domains].sort((one, other) => other.length - one.length)[0] ?? origin
}
