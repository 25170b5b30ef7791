import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Records } from 'openfin-servicenow-local-instance'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed } from '../support/deployed-instance'
import { expectedOf, fieldValue, formOf, pairsOf } from './form-fields'
import { playUpstream } from './play-upstream'
import { openConnection, type RawAnswer } from './raw-http'
import { opened, type Target } from './target'
import { upstreamAnswer } from './upstream-answers'
import { concat, oneOf, weighted } from './words'

const ROUTES = '/api/x_opfi_openfin/v1/integration'

/** The open routes of the deployed app over HTTP, with a token endpoint that returns arbitrary responses. */
export const openRoutes: Target = {
    name: 'open-routes',
    what: 'arbitrary forms over HTTP to the deployed app, with arbitrary responses of its token endpoint',
    share: 10,
    deployed: true,
    async open() {
        const instance = await startDeployed()
        const upstream = await playUpstream()
        const { records, clock } = instance
        for (const limit of ['requests_per_minute', 'refusals_per_minute', 'failures_before_event']) {
            setProperty(records, `x_opfi_openfin.integration.${limit}`, '100000')
        }
        setProperty(records, 'glide.servlet.uri', `${upstream.url}/`)
        const { send, end } = openConnection(instance.url)
        let runs = 0
        return opened({
            arbitrary: request,
            async check({ route, fields, raw, type, headers, answer }) {
                if (++runs % 20 === 0) clock.advance(61_000)
                upstream.answer(answer)
                const text = encode(fields) + raw
                const body = Buffer.from(text)
                const got = await send({
                    method: 'POST',
                    path: `${ROUTES}/${route}`,
                    headers: { ...headers, 'content-type': type, 'content-length': String(body.length) },
                    body,
                })
                isWorded(got, [...fields.map(([, value]) => value), answer.body])
                const expected =
                    !('x-http-method-override' in headers) &&
                    /^application\/x-www-form-urlencoded(;|$)/.test(type) &&
                    expectedOf(toLists(text), route)
                isForwarded(upstream.received(), expected || undefined)
            },
            async close() {
                end()
                await upstream.close()
                await instance.close()
            },
        })
    },
}

const clientId = concat(weighted([9, oneOf(OPENFIN_CLIENT_ID)], [1, oneOf('unknown-client', '')]))
const raw = weighted(
    [8, fc.constant('')],
    [
        1,
        oneOf(
            '&code=%ff &%63ode=x &token &=& &&& &scope= %00 &code[]=x &grant_type=refresh_token &__proto__=x',
            '\r\n&a=b'
        ),
    ]
)
const type = weighted(
    [9, oneOf('application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=UTF-8')],
    [
        1,
        oneOf(
            'application/json text/plain multipart/form-data;boundary=x application/x-www-form-urlencodedx'
        ),
    ]
)
const headers = weighted<Record<string, string>>(
    [5, fc.constant({})],
    [
        1,
        fc.constantFrom<Record<string, string>>(
            { accept: 'text/html' },
            { accept: '*/*;q=0' },
            { 'x-forwarded-host': 'evil.example' },
            { host: 'evil.example' }
        ),
    ],
    [
        1,
        fc.constantFrom<Record<string, string>>(
            { origin: 'null' },
            { cookie: 'glide_user=x; JSESSIONID=%' },
            { 'x-http-method-override': 'GET' }
        ),
    ]
)
const request = fc.record({
    route: oneOf('request_tokens request_tokens revoke_token'),
    fields: fc
        .tuple(formOf(fieldValue), clientId)
        .map(([fields, client]) =>
            fields.map(([name, value]): [string, string] => [name, name === 'client_id' ? client : value])
        ),
    raw,
    type,
    headers,
    answer: upstreamAnswer,
})

function setProperty(records: Records, name: string, value: string) {
    const row = records.first('sys_properties', `name=${name}`)
    records.update('sys_properties', row?.['sys_id'] ?? '', { value })
}

/** Form encoding; a lone surrogate becomes the replacement character. */
function encode(fields: [string, string][]): string {
    return new URLSearchParams(fields).toString()
}

function toLists(text: string): Record<string, string[]> {
    const lists = new Map<string, string[]>()
    for (const [name, value] of new URLSearchParams(text))
        lists.set(name, [...(lists.get(name) ?? []), value])
    return Object.fromEntries(lists)
}

/** JSON of the app or the platform, not cacheable and without any sent value. */
function isWorded({ status, headers, body }: RawAnswer, sent: string[]): void {
    assert.ok(
        [200, 400, 401, 405, 406, 413, 415, 429, 502, 503, 504].includes(status),
        `status ${status}: ${body}`
    )
    assert.match(String(headers['cache-control']), /no-store/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(String(headers['content-type']), /^application\/json/)
    assert.equal(headers['set-cookie'], undefined)
    const json = JSON.parse(body) as { error?: { message: string }; status?: string }
    if (status === 200) return assert.equal(json.error, undefined)
    assert.deepEqual(Object.keys(json).sort(), ['error', 'status'])
    for (const text of sent) {
        if (text.length > 7 && !/^[a-z_]+$/.test(text)) assert.ok(!body.includes(text), `tells ${text}`)
    }
}

/** The token endpoint received only the allowed parameters as sent, each once, and no invalid request. */
function isForwarded(bodies: string[], expected: object | undefined): void {
    assert.ok(bodies.length <= (expected ? 2 : 0), `${bodies.length} calls`)
    for (const body of bodies) assert.deepEqual(pairsOf(body), Object.entries(expected ?? {}))
}
