import type { OutboundRequest, OutboundResponse } from '../../../src/script-engine/bridge/bridge'
import { createMemoryBridge, Refusal } from './support/memory-bridge'
import { createRuntimeContext, type JobOptions } from './support/runtime-context'

const OK: OutboundResponse = {
    status: 200,
    headers: { 'content-type': 'application/json', 'x-total-count': '3' },
    body: '{"a":1}',
    errorCode: 0,
    errorMessage: '',
}

function run(source: string, response: Partial<OutboundResponse> = {}, options?: JobOptions) {
    const sent: OutboundRequest[] = []
    const { bridge, calls } = createMemoryBridge({
        http(request) {
            sent.push(request)
            return { ...OK, ...response }
        },
    })
    const value = createRuntimeContext(bridge).value(`var m = new sn_ws.RESTMessageV2(); ${source}`, options)
    return { value, sent, calls }
}
const sent = (source: string) =>
    run(`m.setEndpoint('https://example.com/x'); m.setHttpMethod('post'); ${source}; m.execute()`).sent[0]

describe('RESTMessageV2', () => {
    it('sends the configured values', () => {
        const request =
            sent(`m.setRequestHeader('Accept', 'application/json'); m.setRequestHeader('accept', 'text/plain');
            m.setRequestBody('grant_type=refresh_token'); m.setHttpTimeout(5000); m.setFollowRedirect(false);
            m.setQueryParameter('q', 'a b&c^d'); m.setQueryParameter('n', 1); m.setBasicAuth('me', 'pässword')`)
        expect(request).toEqual({
            url: 'https://example.com/x?q=a%20b%26c%5Ed&n=1',
            method: 'POST',
            headers: {
                accept: 'text/plain',
                Authorization: `Basic ${Buffer.from('me:pässword').toString('base64')}`,
            },
            body: 'grant_type=refresh_token',
            timeoutMs: 5000,
            followRedirects: false,
        })
    })

    it('uses the platform’s default timeout and follows redirects by default', () => {
        expect(sent('')).toMatchObject({ timeoutMs: 175_000, followRedirects: true, body: null })
    })

    it('appends parameters to an existing query', () => {
        expect(sent("m.setEndpoint('https://example.com/?a=1'); m.setQueryParameter('b', 2)")?.url).toBe(
            'https://example.com/?a=1&b=2'
        )
    })

    it('substitutes values in endpoint, headers and body, and nothing for a missing value', () => {
        const request =
            sent(`m.setEndpoint('https://example.com/\${id}'); m.setRequestHeader('X-A', '\${id}');
            m.setRequestBody('<a>\${id}</a>\${text}\${none}'); m.setStringParameterNoEscape('id', '7');
            m.setStringParameter('text', '<&>')`)
        expect(request).toMatchObject({
            url: 'https://example.com/7',
            headers: { 'X-A': '7' },
            body: '<a>7</a>&lt;&amp;&gt;',
        })
    })

    it('leaves placeholders unchanged with disableForcedVariableSubstitution()', () => {
        const request = sent("m.disableForcedVariableSubstitution(); m.setRequestBody('a=${b}')")
        expect(request?.body).toBe('a=${b}')
    })

    it.each([
        ['m.execute()', 'the endpoint is not set'],
        ["m.setEndpoint('https://example.com'); m.execute()", 'the HTTP method is not set'],
        ["m.setHttpMethod('TRACE')", 'unsupported HTTP method: TRACE'],
        ["new sn_ws.RESTMessageV2('Yahoo Finance', 'get')", 'does not support REST message functions'],
    ])('rejects %s', (source, message) => {
        expect(() => run(source)).toThrow(message)
    })

    it('returns the configured values', () => {
        const script = `m.setEndpoint('e'); m.setRequestHeader('X-A', 1); m.setRequestBody('b');
            [m.getEndpoint(), m.getRequestHeader('x-a'), m.getRequestHeader('none'), m.getRequestHeaders(), m.getRequestBody()]`
        expect(JSON.parse(run(script).value as string)).toEqual(['e', '1', null, { 'X-A': '1' }, 'b'])
    })
})

describe('RESTResponseV2', () => {
    const answer = (expression: string, response: Partial<OutboundResponse>) =>
        JSON.parse(
            run(
                `m.setEndpoint('https://example.com/token?x=1'); m.setHttpMethod('GET'); var r = m.execute(); ${expression}`,
                response
            ).value as string
        ) as unknown
    const ALL = '[r.getStatusCode(), r.haveError(), r.getErrorCode(), r.getErrorMessage(), r.getBody()]'

    it('has no error for a status below 400', () => {
        expect(answer(ALL, {})).toEqual([200, false, 0, null, '{"a":1}'])
        expect(answer(ALL, { status: 302, body: '' })).toEqual([302, false, 0, null, ''])
    })

    it('has an error for a status of 400 or above, and still its body', () => {
        expect(answer(ALL, { status: 401, body: 'no' })).toEqual([
            401,
            true,
            0,
            'Method failed: (/token) with code: 401',
            'no',
        ])
    })

    it('has status 0 if there was no response', () => {
        const lost = { status: 0, body: '', errorCode: 1, errorMessage: 'Read timed out', headers: {} }
        expect(answer(ALL, lost)).toEqual([0, true, 1, 'Read timed out', ''])
    })

    it('finds headers case-insensitively', () => {
        const script =
            "[r.getHeader('Content-Type'), r.getHeader('none'), r.getHeaders(), r.getAllHeaders()[1]]"
        expect(answer(script, {})).toEqual([
            'application/json',
            null,
            OK.headers,
            { name: 'x-total-count', value: '3' },
        ])
    })
})

describe('privileges', () => {
    const SCRIPT = `for (var i = 0; i < 2; i++) { m = new sn_ws.RESTMessageV2(); m.setEndpoint('https://example.com');
        m.setHttpMethod('GET'); var r = m.execute(); r.getBody(); r.getStatusCode() }`

    it('are checked once per method and transaction', () => {
        const asked = run(SCRIPT).calls.filter(({ operation }) => operation === 'privilege')
        expect(asked.map(({ input }) => input)).toEqual(
            [
                'ScriptableRESTMessageClient.setEndpoint',
                'ScriptableRESTMessageClient.setHttpMethod',
                'ScriptableRESTMessageClient.execute',
                'ScriptableRESTResponse.getBody',
                'ScriptableRESTResponse.getStatusCode',
            ].map((name) => ({ name }))
        )
    })

    it('are not required in the global scope', () => {
        const { calls } = run(SCRIPT, {}, { transaction: { scope: 'global' } })
        expect(calls.filter(({ operation }) => operation === 'privilege')).toEqual([])
    })

    it('stop the call if denied, which can be caught', () => {
        const { bridge, calls } = createMemoryBridge({
            privilege: ({ name }) => {
                if (name.endsWith('execute'))
                    throw new Refusal('cross_scope', `Execute operation on ${name} was denied`)
            },
        })
        const script = `var m = new sn_ws.RESTMessageV2(); m.setEndpoint('https://example.com'); m.setHttpMethod('GET');
            try { m.execute(); 'sent' } catch (e) { (e instanceof Error) + ' ' + e.message }`
        expect(createRuntimeContext(bridge).value(script)).toBe(
            'true Execute operation on ScriptableRESTMessageClient.execute was denied'
        )
        expect(calls.some(({ operation }) => operation === 'http')).toBe(false)
    })
})
