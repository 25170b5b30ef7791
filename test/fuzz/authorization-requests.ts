import assert from 'node:assert/strict'
import { parse } from 'node-html-parser'
import { startDeployed } from '../support/deployed-instance'
import { authorizationRequest, MARK } from './authorization-inputs'
import { register, signedIn } from './authorization-setting'
import { openConnection, type RawAnswer } from './raw-http'
import { opened, type Target } from './target'

/** `/oauth_auth.do` and its pages, with and without a sign-in. */
export const authorizationRequests: Target = {
    name: 'authorization-requests',
    what: 'any parameters over HTTP: codes and errors to registered addresses only, state as sent, no markup of theirs',
    share: 30,
    deployed: true,
    async open() {
        const instance = await startDeployed()
        const registered = register(instance.records, instance.url)
        const { send, end } = openConnection(instance.url)
        const cookie = await signedIn(instance.url)
        let runs = 0
        return opened({
            arbitrary: authorizationRequest,
            async check({ path, pairs, raw, asUser }) {
                // Old codes are deleted after a minute, so that there are never many.
                if (++runs % 20 === 0) instance.clock.advance(61_000)
                const query = toQuery(pairs) + raw
                const answer = await send({
                    method: 'GET',
                    path: `${path}?${query}`,
                    headers: asUser ? { cookie } : {},
                })
                isHarmless(answer, query)
                if (path !== '/oauth_auth.do')
                    assert.equal(answer.headers['location'] ?? '', '', 'a redirect')
                else isRightlyAddressed(answer, query, registered, instance.url)
            },
            async close() {
                end()
                await instance.close()
            },
        })
    },
}

function toQuery(pairs: [string, string][]): string {
    // A lone surrogate has no encoding; browsers send the replacement character instead.
    const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    return pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
}

/** For all input: a valid status, and no injected markup or header. */
function isHarmless({ status, headers, body }: RawAnswer, query: string): void {
    assert.ok([200, 302, 303, 400].includes(status), `status ${status} for ${query}`)
    assert.deepEqual(
        Object.keys(headers).filter((name) => name.includes(MARK)),
        []
    )
    if (status === 302 || status === 303) return
    assert.match(
        String(headers['content-security-policy']),
        /^default-src 'none'; style-src 'sha256-[^;]*; img-src/
    )
    assert.ok(!/script-src|unsafe|\*/.test(String(headers['content-security-policy'])))
    assert.equal(headers['x-frame-options'], 'DENY')
    const page = parse(body)
    for (const element of page.querySelectorAll('*')) {
        const { rawTagName, attributes } = element
        assert.ok(!/script|iframe|object|embed|zq9x/i.test(rawTagName), `<${rawTagName}>`)
        for (const [name, text] of Object.entries(attributes)) {
            assert.ok(!/^on|zq9x/i.test(name), `attribute ${name}`)
            if (/^(href|src|action)$/.test(name))
                assert.ok(!/javascript:|evil/i.test(text), `${name}=${text}`)
        }
    }
}

/** A redirect leads to the sign-in page or to a registered URL, with the unchanged state. */
function isRightlyAddressed(
    { status, headers }: RawAnswer,
    query: string,
    registered: Record<string, string[]>,
    url: string
): void {
    if (status !== 302) return
    const location = String(headers['location'])
    if (/^\/login\.do\?sysparm_return=[\w-]+\.[\w-]{43}$/.test(location)) return
    const sent = new URLSearchParams(query)
    const absolute = (one: string) => (one.startsWith('/') ? url + one : one)
    const addresses = (registered[sent.get('client_id') ?? ''] ?? []).map(absolute)
    const wanted = absolute(sent.get('redirect_uri') ?? '')
    // DOCS t_CreateEndpointforExternalClients: the first one if there is no match.
    const address = addresses.includes(wanted) ? wanted : (addresses[0] ?? '?')
    assert.ok(
        location.startsWith(address + (address.includes('?') ? '&' : '?')),
        `${location}, not ${address}`
    )
    const answer = new URLSearchParams(location.slice(address.length + 1))
    const [echoed, asked] = [location.slice(address.length + 1), query].map(stateBytes)
    assert.equal(echoed, asked, 'the state is another one')
    assert.equal(answer.has('code'), !answer.has('error'))
    const allowed = new Set(['code', 'state', 'error', 'error_description'])
    assert.deepEqual(
        [...answer.keys()].filter((name) => !allowed.has(name)),
        []
    )
}

/** The bytes of the state, valid text or not; undefined if there is none. */
function stateBytes(query: string): string | undefined {
    const bytes = (text: string) =>
        text
            .replaceAll('+', ' ')
            .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    const pair = query.split('&').find((one) => bytes(one.split('=', 1)[0] as string) === 'state')
    return pair === undefined
        ? undefined
        : bytes(pair.slice(pair.indexOf('=') < 0 ? pair.length : pair.indexOf('=') + 1))
}
