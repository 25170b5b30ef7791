import assert from 'node:assert/strict'
import fc from 'fast-check'
import { startDeployed } from '../support/deployed-instance'
import { queryText } from './query-text'
import { openConnection, type RawAnswer } from './raw-http'
import { opened, type Target } from './target'
import { anyText, concat, oneOf, weighted } from './words'

/** The Table API with arbitrary parameters, bodies, cookies and credentials. */
export const tableRequests: Target = {
    name: 'table-requests',
    what: 'any request of the Table API over HTTP: an honest status, JSON or XML, nothing without a sign-in',
    share: 20,
    deployed: true,
    async open() {
        const instance = await startDeployed()
        const { send, end } = openConnection(instance.url)
        return opened({
            arbitrary: request,
            async check({ method, path, parameters, authorization, headers, body }) {
                const search = parameters.map((pair) => pair.map(encode).join('=')).join('&')
                const answer = await send({
                    method,
                    path: `/api/now/table/${path.split('/').map(encode).join('/')}?${search}`.slice(
                        0,
                        12_000
                    ),
                    headers: { ...headers, ...(authorization !== '' && { authorization }) },
                    ...(method !== 'GET' && { body: Buffer.from(body) }),
                })
                isHonest(answer, KNOWN.has(authorization))
            },
            async close() {
                end()
                await instance.close()
            },
        })
    },
}

const KNOWN = new Set(['admin', 'abel.tuter', 'beth.anglin'].map(basic))

function basic(user: string): string {
    return `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`
}

const visible = (text: fc.Arbitrary<string>) =>
    text.map((one) => one.replace(/[^\x20-\xff]|\x7f/g, '').trim())
const authorization = weighted(
    [8, fc.constantFrom(...KNOWN)],
    [
        1,
        visible(
            concat(
                oneOf('Basic Bearer basic Negotiate', ''),
                fc.constantFrom(' ', '  ', ''),
                weighted(
                    [1, anyText(10)],
                    [1, anyText(6).map((text) => Buffer.from(text).toString('base64'))]
                )
            )
        ),
    ]
)
const headers = weighted<Record<string, string>>(
    [
        4,
        oneOf('application/json application/xml text/xml text/plain', 'application/json;charset=x', '').map(
            (type) => ({ 'content-type': type })
        ),
    ],
    [
        2,
        oneOf('application/json text/xml application/xml */* text/html x', '').map((accept) => ({
            accept,
            'content-type': 'application/json',
        })),
    ],
    [
        1,
        visible(concat(oneOf('JSESSIONID= glide_session=% glide_user= ='), anyText(8))).map((cookie) => ({
            cookie,
        })),
    ],
    [
        1,
        fc.constantFrom<Record<string, string>>(
            { 'x-no-response-body': 'true' },
            { 'x-usertoken': 'x' },
            { 'x-http-method-override': 'DELETE' }
        ),
    ]
)
const table = weighted(
    [6, oneOf('incident sys_user sn_customerservice_case x_opfi_openfin_request')],
    [1, oneOf('nothing constructor __proto__ local_setup sys_metadata', '')],
    [1, anyText(6)]
)
const id = weighted([2, fc.constant('')], [1, oneOf('6816f79cc0a8016401c5a33be04be441 x')], [1, anyText(6)])
const name = oneOf(
    'sysparm_fields sysparm_limit sysparm_offset sysparm_view sysparm_display_value sysparm_exclude_reference_link ' +
        'sysparm_suppress_pagination_header sysparm_query_no_domain sysparm_input_display_value sysparm_no_count'
)
const value = weighted(
    [
        3,
        oneOf(
            'true false all 0 -1 1 10 1e3 99999999999999999999 name caller_id.name caller_id,number constructor __proto__ , .',
            ''
        ),
    ],
    [1, anyText(10)]
)
const parameter = weighted<[string, string]>(
    [3, fc.tuple(name, value)],
    [3, queryText.map((query): [string, string] => ['sysparm_query', query.slice(0, 2000)])],
    [1, fc.tuple(oneOf('active number sys_id name constructor'), value)],
    [1, fc.tuple(anyText(5), value)]
)
const record = fc.dictionary(
    weighted(
        [
            3,
            oneOf('short_description caller_id priority active opened_at comments sys_id number constructor'),
        ],
        [1, anyText(5)]
    ),
    fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.jsonValue({ maxDepth: 1 })),
    { maxKeys: 3 }
)
const body = weighted(
    [4, record.map((values) => JSON.stringify(values))],
    [1, fc.json()],
    [
        1,
        oneOf(
            '{ [] null "x" <a/> <request><entry><priority>1</priority></entry></request> {"__proto__":{"x":1}}',
            ''
        ),
    ],
    [
        1,
        oneOf(
            '<!DOCTYPE a [<!ENTITY b "c">]><request><entry><short_description>&b;</short_description></entry></request>'
        ),
    ],
    [1, anyText(20)]
)
const request = fc.record({
    method: oneOf('GET GET GET GET POST PATCH PUT'),
    path: fc.tuple(table, id).map(([one, other]) => (other === '' ? one : `${one}/${other}`)),
    parameters: fc.array(parameter, { maxLength: 4 }),
    authorization,
    headers,
    body,
})

function encode(text: string): string {
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** Errors have a reason and the platform's envelope; unauthenticated callers learn nothing. */
function isHonest({ status, headers, body }: RawAnswer, signedIn: boolean): void {
    assert.ok(status >= 200 && status < 500, `status ${status}: ${body.slice(0, 300)}`)
    if (!signedIn) assert.ok(status >= 400, `${status} without a sign-in`)
    assert.ok(!/ at \S+ \(|SQLITE|SqliteError|node:internal/.test(body), body.slice(0, 300))
    if (status === 204 || body === '') return
    const type = String(headers['content-type'])
    if (type.includes('json')) {
        const json = JSON.parse(body) as { result?: unknown; error?: { message: string } }
        assert.ok(json.result !== undefined || json.error?.message, body.slice(0, 300))
    } else assert.match(body, /^<\?xml/)
}
