import crossFetch from 'cross-fetch'
import nodeFetch from 'node-fetch'
import { fetch as undiciFetch } from 'undici'
import type { AnyFetch } from '../../src/node'
import { startScriptedInstance, tokens, type Received, type ScriptedInstance } from './scripted-instance'
import { callback, codeOf, startApp, type App } from './signed-in'

/** The latest CommonJS version. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const nodeFetch2 = require('node-fetch-2') as AnyFetch

const API = '/api/now/table/incident'
const TOKEN = '/oauth_token.do'
const REVOKE = '/oauth_revoke_token.do'
const USER_INFO = '/api/x_opfi_openfin/v1/integration/user_info'
const BETH = { sys_id: '46d44a23a9fe19810012d100cca80666', user_name: 'beth.anglin', name: '', email: '' }

/** Only the response members of a simple wrapper, and no support for signals. */
const textOnly: AnyFetch = async (url, { signal: _, ...init }: RequestInit) => {
    const response = await fetch(url, init)
    return { status: response.status, ok: response.ok, text: () => response.text() }
}

describe.each<[string, AnyFetch | undefined]>([
    ['the platform’s fetch', undefined],
    ['undici', undiciFetch],
    ['node-fetch 2', nodeFetch2],
    ['node-fetch 3', nodeFetch],
    ['cross-fetch', crossFetch],
    ['a wrapper with status, ok and text only', textOnly],
])('with %s', (_name, implementation) => {
    let instance: ScriptedInstance
    let app: App
    beforeEach(async () => {
        instance = await startScriptedInstance()
        instance.replies[USER_INFO] = () => ({ body: { result: BETH } })
        app = startApp(instance, { fetch: implementation })
    })
    afterEach(() => instance.close())

    const exchange = async (options = {}) => {
        const { auth } = startApp(instance, { fetch: implementation, ...options })
        return codeOf(auth.handleCallback(await callback(auth)))
    }

    it('a sign-in, a call, a renewal and the end of the session work', async () => {
        const { auth } = app
        const { key, user } = await auth.handleCallback(await callback(auth))
        expect(user).toEqual(BETH)
        expect(instance.received(TOKEN)).toMatchObject([
            {
                form: { grant_type: 'authorization_code', code: 'a-code', client_id: 'a-client' },
                type: expect.stringContaining('application/x-www-form-urlencoded') as string,
            },
        ])
        instance.replies[TOKEN] = () => tokens('second')
        instance.replies[API] = ({ authorization }: Received) =>
            authorization === 'Bearer second'
                ? { body: { result: [1] } }
                : { status: 401, body: { error: { message: 'x'.repeat(100_000) } } }
        const response = await auth.fetch(key, API)
        expect(response.status).toBe(200)
        expect(JSON.parse(await response.text())).toEqual({ result: [1] })
        await auth.revoke(key)
        expect(instance.received(REVOKE).map(({ form }) => form['token'])).toEqual([
            'second-refresh',
            'second',
        ])
    })

    it('the errors of the token endpoint are reported', async () => {
        instance.replies[TOKEN] = () => ({ status: 400, body: { error: 'invalid_grant' } })
        expect(await exchange()).toBe('invalid_grant')
        instance.replies[TOKEN] = () => ({ status: 503, body: '<html>' })
        expect(await exchange()).toBe('http 503')
        instance.replies[TOKEN] = () => ({ body: 'x'.repeat(200_000) })
        expect(await exchange()).toBe('http 200')
        instance.replies[TOKEN] = () => ({ status: 204 })
        expect(await exchange()).toBe('http 204')
        instance.replies[TOKEN] = () => ({ status: 302, headers: { location: `${instance.url}${API}` } })
        expect(await exchange()).toBe('http 302')
        expect(instance.received(API)).toEqual([])
    })

    it('network faults are reported as network, and time limits as timeout', async () => {
        instance.replies[TOKEN] = () => null
        expect(await exchange()).toBe('network')
        instance.replies[TOKEN] = () => ({ body: '{"acc', cut: true })
        expect(await exchange()).toBe('network')
        instance.replies[TOKEN] = () => new Promise(() => {})
        expect(await exchange({ timeoutMs: 50 })).toBe('timeout')
    })

    it('a call rejects with its signal’s reason, and a redirect is returned', async () => {
        const { auth, signIn } = app
        const key = await signIn()
        instance.replies[API] = () => ({ status: 302, headers: { location: 'https://elsewhere.example/' } })
        expect((await auth.fetch(key, API)).status).toBe(302)
        const controller = new AbortController()
        const reason = new Error('changed my mind')
        instance.replies[API] = () => {
            controller.abort(reason)
            return new Promise(() => {})
        }
        await expect(auth.fetch(key, API, { signal: controller.signal })).rejects.toBe(reason)
    })

    it('all kinds of bodies arrive, with their content type', async () => {
        const { auth, signIn } = app
        const key = await signIn()
        const form = new FormData()
        form.set('table_name', 'incident')
        form.set('uploadFile', new Blob(['a file'], { type: 'text/csv' }), 'a.csv')
        const json = { 'content-type': 'application/json' }
        const cases: [BodyInit, RegExp, RegExp, HeadersInit?][] = [
            ['{"a":1}', /json/, /^\{"a":1}$/, json],
            [Buffer.from('{"a":1}'), /json/, /^\{"a":1}$/, new Headers(json)],
            [
                new TextEncoder().encode('bytes').buffer,
                /octet/,
                /^bytes$/,
                [['Content-Type', 'octet/stream']],
            ],
            [new URLSearchParams({ a: 'b c' }), /^application\/x-www-form-urlencoded/, /^a=b\+c$/],
            [new Blob(['a blob'], { type: 'text/plain' }), /^text\/plain$/, /^a blob$/],
            [new Blob(['a blob']), /json/, /^a blob$/, json],
            [
                form,
                /^multipart\/form-data; boundary=/,
                /filename="a\.csv"\r\nContent-Type: text\/csv\r\n\r\na file/,
            ],
        ]
        for (const [body, type, text, headers] of cases) {
            await auth.fetch(key, API, { method: 'POST', body, ...(headers && { headers }) })
            const last = instance.received(API).at(-1)
            expect(last?.type).toMatch(type)
            expect(last?.body).toMatch(text)
        }
    })
})

it('errors contain the system’s code, for every implementation', async () => {
    const gone = await startScriptedInstance()
    await gone.close()
    for (const implementation of [undefined, nodeFetch2, nodeFetch]) {
        const { auth } = startApp(gone, { fetch: implementation })
        const failed = auth.handleCallback(await callback(auth))
        await expect(failed).rejects.toMatchObject({
            code: 'network',
            message: 'The code exchange failed: the instance sent no complete response (ECONNREFUSED).',
        })
    }
})

it.each<[string, unknown]>([
    ['nothing', undefined],
    ['the parsed body', { result: [] }],
    ['text', 'text'],
])('a fetch that returns %s is reported as the cause', async (_what, answer) => {
    const instance = await startScriptedInstance()
    const { auth } = startApp(instance, { fetch: (async () => answer) as never })
    expect(await codeOf(auth.handleCallback(await callback(auth)))).toBe('invalid_parameter')
    await instance.close()
})
