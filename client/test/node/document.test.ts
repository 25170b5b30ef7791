import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { OPENFIN_CLIENT_ID } from '../../../setup/packaged'
import { setUp } from '../../../setup/set-up'
import { ROOT } from '../../../test/support/deploy'
import {
    ADMIN_AUTHORIZATION,
    ORIGIN,
    startDeployed,
    type DeployedInstance,
} from '../../../test/support/deployed-instance'
import { answerSignIn } from './answer-sign-in'
import { REDIRECT_URI } from './signed-in'

const DOCUMENT = readFileSync(join(ROOT, 'docs/server-side-sign-in.md'), 'utf8')
const [, SERVER = ''] = /```js\n\/\/ server\.mjs\n([^]*?)```/.exec(DOCUMENT) ?? []

let instance: DeployedInstance
let server: ReturnType<typeof spawn>
let origin: string

beforeAll(async () => {
    instance = await startDeployed()
    const { url: instanceUrl } = instance
    const callbackUrls = [REDIRECT_URI]
    await setUp({ instanceUrl, authorization: ADMIN_AUTHORIZATION, origins: [ORIGIN], callbackUrls })
    const text = SERVER.replace('https://YOUR_INSTANCE.service-now.com', instanceUrl)
        .replace('YOUR_CLIENT_ID', OPENFIN_CLIENT_ID)
        .replace('http://localhost:3000/callback', REDIRECT_URI)
        .replace('server.listen(3000', 'server.listen(0')
    server = spawn(process.execPath, ['--input-type=module', '-e', text], { cwd: ROOT })
    server.stderr!.pipe(process.stderr)
    for await (const line of createInterface(server.stdout!)) {
        const [, port] = /port: (\d+)/.exec(line) ?? []
        if (port) origin = `http://localhost:${port}`
        if (port) break
    }
})
afterAll(async () => {
    server.kill()
    await instance.close()
})

/** Sends a request like a browser with these cookies. */
async function visit(path: string, cookie = '', method = 'GET') {
    const response = await fetch(origin + path, { method, headers: { cookie }, redirect: 'manual' })
    return {
        status: response.status,
        location: response.headers.get('location') ?? '',
        cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
        text: await response.text(),
    }
}

it('the server in the document signs users in, lists incidents, and signs them out', async () => {
    expect(await visit('/')).toMatchObject({ status: 302, location: '/sign-in' })
    const { location, cookie } = await visit('/sign-in')
    const callback = new URL(await answerSignIn(location, { userName: 'beth.anglin' }))
    const foreign = await visit(`/callback${callback.search}`, 'state-of-another-browser=begun')
    expect(foreign).toMatchObject({ status: 500, cookie: '' })
    expect(foreign.text).toMatch(/^state_mismatch: /)
    const signedIn = await visit(`/callback${callback.search}`, cookie)
    expect(signedIn).toMatchObject({ status: 302, location: '/' })
    const list = await visit('/', signedIn.cookie)
    expect(list.status).toBe(200)
    expect((JSON.parse(list.text) as { result: unknown[] }).result).toHaveLength(10)
    await visit('/sign-out', signedIn.cookie, 'POST')
    expect(await visit('/', signedIn.cookie)).toMatchObject({ location: '/sign-in' })
})

describe('the server in the document', () => {
    it('lets several tabs of a browser sign in at once, in any order', async () => {
        const tabs = [await visit('/sign-in'), await visit('/sign-in'), await visit('/sign-in')]
        const cookies = tabs.map(({ cookie }) => cookie)
        expect(new Set(cookies.map((cookie) => cookie.split('=')[0])).size).toBe(3)
        let key = ''
        for (const { location } of tabs.reverse()) {
            const { search } = new URL(await answerSignIn(location, { userName: 'beth.anglin' }))
            const done = await visit(`/callback${search}`, [...cookies, key].join('; '))
            expect(done).toMatchObject({
                status: 302,
                location: '/',
                cookie: expect.stringMatching(/^key=./),
            })
            expect(done.cookie).not.toBe(key)
            if (key) expect(await visit('/', key)).toMatchObject({ location: '/sign-in' })
            key = done.cookie
            expect((await visit('/', key)).status).toBe(200)
        }
    })

    it('redirects after a completed callback, with and without its session', async () => {
        const { location, cookie } = await visit('/sign-in')
        const callback = `/callback${new URL(await answerSignIn(location, { userName: 'beth.anglin' })).search}`
        const { cookie: key } = await visit(callback, cookie)
        for (const cookies of [`${cookie}; ${key}`, key, cookie]) {
            expect(await visit(callback, cookies)).toMatchObject({ status: 302, location: '/', cookie: '' })
        }
        expect(await visit(callback, 'state-of-another-browser=begun')).toMatchObject({ status: 500 })
        expect((await visit('/', key)).status).toBe(200)
    })
})
