import assert from 'node:assert/strict'
import fc from 'fast-check'
import { checkSize } from '../../src/server/integration-api/form-fields'
import {
    parseRevocationRequest,
    parseTokenRequest,
} from '../../src/server/integration-api/parse-token-request'
import { isCleanRefusal, refusalOf } from './refusals'
import { opened, type Target } from './target'
import { anyText, concat, oneOf, weighted } from './words'

/** Parsing of form fields by the open routes, compared with the standards' rules for each of them. */
export const formFields: Target = {
    name: 'form-fields',
    what: 'arbitrary fields in the app’s own modules: only allowed ones, each as sent, or a fixed error',
    share: 170,
    open: async () => opened({ arbitrary: fc.record({ fields: formOf(fieldValue), route }), check }),
}

const TOKEN = 'Ab0-_~.'.repeat(12)
const visible = fc.string({
    unit: fc.constantFrom(...'Az09-._~:/@!$&\'()*+,;=?%#[]{}"<>\\^`|'),
    maxLength: 90,
})
const verifier = fc.string({ unit: fc.constantFrom(...'Az09-._~'), minLength: 42, maxLength: 129 })
const route = fc.constantFrom('request_tokens', 'revoke_token')

/** A value, valid or invalid. */
export const fieldValue = weighted(
    [3, verifier],
    [
        2,
        oneOf(
            `${TOKEN} authorization_code refresh_token access_token password javascript:1 openfin-client`,
            ''
        ),
    ],
    [2, visible],
    [2, anyText(20)],
    [1, concat(oneOf('a code http://x'), oneOf('\r\n \0 \ud800 %0d%0a &client_id=x + ;', ' '), oneOf('b'))],
    [1, fc.constantFrom(4096, 4097, 17_000).map((length) => 'v'.repeat(length))]
)

const grant = weighted(
    [6, oneOf('authorization_code refresh_token')],
    [1, oneOf('password client_credentials', '')],
    [1, anyText(10)]
)
const extra = oneOf(
    'scope client_secret username password redirect __proto__ constructor toString Grant_Type',
    ' code',
    ''
)
const once = (value: fc.Arbitrary<string>) =>
    weighted<string[]>([12, value.map((one) => [one])], [1, fc.array(value, { maxLength: 3 })])

/** Fields of a form: the routes' own, each mostly once, and others. */
export function formOf(value: fc.Arbitrary<string>): fc.Arbitrary<[name: string, value: string][]> {
    const client = weighted([4, oneOf('a-client 0123456789abcdef0123456789abcdef')], [1, value])
    const known = fc.record(
        {
            grant_type: once(grant),
            client_id: once(client),
            code: once(weighted([1, visible], [1, value])),
            code_verifier: once(weighted([3, verifier], [1, value])),
            redirect_uri: once(weighted([2, oneOf('https://a.example/oauth_redirect.do')], [1, value])),
            refresh_token: once(weighted([1, visible], [1, value])),
            token: once(weighted([1, visible], [1, value])),
            token_type_hint: once(weighted([1, oneOf('access_token refresh_token x')], [1, value])),
        },
        { requiredKeys: ['grant_type', 'client_id'] }
    )
    const others = fc.array(fc.tuple(weighted([3, extra], [1, anyText(8)]), value), { maxLength: 3 })
    return fc
        .tuple(known, others, fc.constantFrom(0, 0, 0, 0, 0, 0, 50))
        .map(([given, more, times]) => [
            ...Object.entries(given).flatMap(([name, values]) =>
                (values ?? []).map((one) => [name, one] as [string, string])
            ),
            ...more,
            ...Array.from({ length: times }, (_, at) => [`x${at}`, ''] as [string, string]),
        ])
}

function check({ fields, route }: { fields: [string, string][]; route: string }): void {
    const lists = toLists(fields)
    const values: string[] = fields.map(([, value]) => value)
    const tooLarge = refusalOf(() => checkSize(lists, {}))
    if (tooLarge.refusal) {
        isCleanRefusal(tooLarge.refusal, values)
        assert.equal(tooLarge.refusal.status, 413)
    }
    const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
    assert.equal(tooLarge.refusal !== undefined, fields.length > 40 || size > 16_384)
    if (tooLarge.refusal) return
    const parse = route === 'request_tokens' ? parseTokenRequest : parseRevocationRequest
    const { value: parsed, refusal } = refusalOf<object>(() => parse(lists))
    const expected = expectedOf(lists, route)
    assert.deepEqual(parsed && { ...parsed }, expected)
    if (refusal) isCleanRefusal(refusal, values)
    else assert.deepEqual(forwarded(parsed as object), Object.entries(parsed as object))
}

/** Fields as passed by the platform. */
function toLists(fields: [string, string][]): Record<string, string[]> {
    const lists = new Map<string, string[]>()
    for (const [name, value] of fields) lists.set(name, [...(lists.get(name) ?? []), value])
    return Object.fromEntries(lists)
}

/**
 * RFC 6749 §4.1.3, §6, appendix A; RFC 7636 §4.1; RFC 7009 §2.1. Undefined if the request must be rejected.
 */
export function expectedOf(lists: Record<string, string[]>, route: string): object | undefined {
    const one = (name: string, pattern: RegExp) => {
        const [value, second] = Object.hasOwn(lists, name) ? (lists[name] ?? []) : []
        return value !== undefined && second === undefined && value.length <= 4096 && pattern.test(value)
            ? value
            : undefined
    }
    const all = (names: string[]) => {
        const entries = names.map((name) => [name, one(name, FORMS[name] as RegExp)] as const)
        return entries.every(([, value]) => value !== undefined) ? Object.fromEntries(entries) : undefined
    }
    if (route === 'revoke_token') {
        const hints = lists['token_type_hint'] ?? []
        if (hints.length > 1 || (hints[0]?.length ?? 0) > 4096) return undefined
        const request = all(['client_id', 'token'])
        const hint = one('token_type_hint', /^(access|refresh)_token$/)
        return request && (hint ? { ...request, token_type_hint: hint } : request)
    }
    const grant = one('grant_type', FORMS['grant_type'] as RegExp)
    if (grant === 'refresh_token') return all(['grant_type', 'client_id', 'refresh_token'])
    if (grant !== 'authorization_code') return undefined
    return all(['grant_type', 'client_id', 'code', 'code_verifier', 'redirect_uri'])
}

const OPAQUE = /^[!-~]+$/
const FORMS: Record<string, RegExp> = {
    grant_type: OPAQUE,
    client_id: /^(?!javascript:)[\w.~:@/-]{1,100}$/i,
    code: OPAQUE,
    code_verifier: /^[\w.~-]{43,128}$/,
    redirect_uri: OPAQUE,
    refresh_token: OPAQUE,
    token: OPAQUE,
}

/** Parsed form as seen by the token endpoint, encoded like in the app. */
function forwarded(form: object): [string, string][] {
    const body = Object.entries(form)
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
        .join('&')
    return pairsOf(body)
}

/**
 * The fields of a form body, as lists of this realm (URLSearchParams returns lists of another realm in
 * tests).
 */
export function pairsOf(body: string): [string, string][] {
    return [...new URLSearchParams(body)].map(([name, value]) => [name, value])
}
