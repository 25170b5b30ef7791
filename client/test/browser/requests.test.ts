import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { setUp } from '../../../setup/set-up'
import { openConnected } from '../../../test/bench/client-page'
import { serveClient, type ClientSite } from '../../../test/bench/client-site'
import { startChromium, type TestBrowser } from '../../../test/support/chromium'
import {
    ADMIN_AUTHORIZATION,
    startDeployed,
    type DeployedInstance,
} from '../../../test/support/deployed-instance'
import { startAll } from '../../../test/support/start-all'

const CASES = 'sn_bom_financial_service'

let browser: TestBrowser
let site: ClientSite
let instance: DeployedInstance
let page: Page

/** Runs a program in the page, with `connection`, `requests` (the entry) and `input`; returns its result. */
const run = <T>(program: string, input?: unknown): Promise<T> =>
    page.evaluate(
        ([program, input]) => {
            const AsyncFunction = (async () => {}).constructor as FunctionConstructor
            return AsyncFunction(
                'input',
                `const [connection, requests] = await Promise.all([window.connecting, import('/requests.js')]); ${program}`
            )(input) as never
        },
        [program, input] as const
    )

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function newCase(): Promise<string> {
    const { body } = await instance.admin<{ result: { sys_id: string } }>('POST', `/api/now/table/${CASES}`, {
        short_description: 'For files',
    })
    return body.result.sys_id
}

beforeAll(async () => {
    ;[browser, site, instance] = await startAll(startChromium(), serveClient(), startDeployed())
    await setUp({
        instanceUrl: instance.url,
        authorization: ADMIN_AUTHORIZATION,
        origins: [site.origin],
        callbackUrls: [`${site.origin}/callback.html`],
        apis: ['attachment', 'batch'],
    })
    page = await openConnected(
        { context: browser.context, origin: site.origin, instanceUrl: instance.url },
        { workerUrl: '/worker-uploads.js' }
    )
})
afterAll(async () => {
    await browser?.close()
    await Promise.all([site?.close(), instance?.close()])
})

it('reads a list page by page, by the Link headers of the instance', async () => {
    const { body } = await instance.admin<{ result: { number: string }[] }>(
        'GET',
        '/api/now/table/incident?sysparm_fields=number&sysparm_query=ORDERBYnumber'
    )
    const seen = await run<{ numbers: string[]; totals: number[]; pages: number }>(`
        const query = requests.where().orderBy('number')
        const endpoint = requests.tableEndpoint('incident', { query, fields: ['number'] })
        const numbers = [], totals = []
        for await (const { records, total } of requests.pages(connection, endpoint, { pageSize: 2 })) {
            numbers.push(...records.map(({ number }) => number))
            totals.push(total)
        }
        return { numbers, totals }`)
    expect(seen.numbers).toEqual(body.result.map(({ number }) => number))
    expect(seen.totals).toEqual(Array(Math.ceil(seen.numbers.length / 2)).fill(seen.numbers.length))
})

it('finds only a value that contains a caret', async () => {
    for (const short_description of ['a^b', 'a', 'a^active=true']) {
        await instance.admin('POST', '/api/now/table/incident', { short_description })
    }
    const found = await run<string[]>(`
        const query = requests.where('short_description', '=', 'a^b')
        const { data } = await connection.executeApiRequest(
            requests.tableEndpoint('incident', { query, fields: ['short_description'] }))
        return data.map(({ short_description }) => short_description)`)
    expect(found).toEqual(['a^b'])
})

it('sends a batch, in which each call has its own result', async () => {
    const [created, missing, list] = await run<Record<string, unknown>[]>(
        `
        const results = await requests.batch(connection, [
            { endpoint: '/api/now/table/${CASES}', method: 'POST', data: { short_description: 'Ünit ✓' } },
            { endpoint: '/api/now/table/incident/none' },
            { endpoint: '/api/now/table/incident?sysparm_limit=2&sysparm_fields=number' },
        ])
        return results.map((result) => result.ok ? result : { ...result, error: { ...result.error, text: result.error.message } })`
    )
    expect(created).toMatchObject({ ok: true, status: 201, data: { short_description: 'Ünit ✓' } })
    expect(missing).toMatchObject({
        ok: false,
        error: { code: 'http', status: 404, text: 'No Record found' },
    })
    expect(list).toMatchObject({ ok: true, status: 200, data: [{}, {}] })
})

it('uploads and downloads a file byte for byte, and reports progress', async () => {
    const file = randomBytes(3_000_000)
    const outcome = await run<{
        metadata: Record<string, string>
        hash: string
        type: string
        up: number[]
        down: { loaded: number; total: number }[]
    }>(
        `
        const bytes = Uint8Array.from(atob(input.file), (c) => c.charCodeAt(0))
        const files = requests.attachments(connection)
        const up = [], down = []
        const metadata = await files.upload({
            table: '${CASES}', sysId: input.sysId, fileName: 'Bild ü.png',
            file: new Blob([bytes], { type: 'image/png' }),
            onProgress: ({ loaded }) => up.push(loaded),
        })
        const blob = await files.download(metadata.sys_id, { onProgress: (at) => down.push(at) })
        const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
        const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
        return { metadata, hash, type: blob.type, up, down }`,
        { sysId: await newCase(), file: file.toString('base64') }
    )
    expect(outcome.metadata).toMatchObject({
        file_name: 'Bild ü.png',
        content_type: 'image/png',
        size_bytes: '3000000',
        sys_created_by: 'abel.tuter',
    })
    expect(outcome.hash).toBe(sha256(file))
    expect(outcome.type).toBe('image/png')
    for (const steps of [outcome.up, outcome.down.map(({ loaded }) => loaded)]) {
        expect(steps).toEqual([...steps].sort((a, b) => a - b))
        expect(steps.at(-1)).toBe(3_000_000)
    }
    expect(outcome.up[0]).toBe(0)
    // The browser reports upload progress, at the latest at its end.
    expect(outcome.up.length).toBeGreaterThan(2)
    expect(outcome.down.length).toBeGreaterThan(1)
    // Known once the metadata has arrived, which is requested in parallel.
    for (const { total } of outcome.down) expect([0, 3_000_000]).toContain(total)
})

it.each([
    ['text in another encoding', 'text/csv', Buffer.from('Käse;1\n', 'latin1')],
    ['JSON with a result', 'application/json', Buffer.from('\ufeff{"result":[1]}')],
    ['a web page', 'text/html', Buffer.from('<html>hello')],
])('preserves %s', async (_, type, content) => {
    const bytes = await run<number[]>(
        `
        const files = requests.attachments(connection)
        const file = new File([Uint8Array.from(input.content)], 'x', { type: input.type })
        const { sys_id } = await files.upload({ table: '${CASES}', sysId: input.sysId, file })
        return [...new Uint8Array(await (await files.download(sys_id)).arrayBuffer())]`,
        { sysId: await newCase(), type, content: [...content] }
    )
    expect(Buffer.from(bytes)).toEqual(content)
})

it('lists, renames and removes the attachments of a record', async () => {
    const names = await run<string[][]>(
        `
        const files = requests.attachments(connection), record = { table: '${CASES}', sysId: input }
        const all = async () => {
            const names = []
            for await (const { file_name } of files.list(record, { pageSize: 1 })) names.push(file_name)
            return names
        }
        const a = await files.upload({ ...record, file: new File(['a'], 'a') })
        const b = await files.upload({ ...record, file: new File(['b'], 'b') })
        const seen = [await all()]
        await files.rename(a.sys_id, 'c')
        seen.push(await all())
        await files.remove(b.sys_id)
        seen.push(await all())
        return seen`,
        await newCase()
    )
    expect(names).toEqual([['a', 'b'], ['b', 'c'], ['c']])
})

it('reports the instance’s message for a rejected upload', async () => {
    const { body } = await instance.admin<{ result: { sys_id: string }[] }>(
        'GET',
        '/api/now/table/incident?sysparm_limit=1&sysparm_fields=sys_id'
    )
    const error = await run<Record<string, unknown>>(
        `return requests.attachments(connection)
            .upload({ table: 'incident', sysId: input, file: new File(['x'], 'x'), onProgress() {} })
            .catch((error) => ({ ...error, name: error.name }))`,
        body.result[0]?.sys_id
    )
    expect(error).toMatchObject({ name: 'ApiRequestError', code: 'http', status: 403 })
})

it('sends the access token to no other origin that an upload is redirected to', async () => {
    const seen: (string | undefined)[] = []
    const elsewhere = createServer((request, response) => {
        if (request.method !== 'OPTIONS') seen.push(request.headers.authorization)
        response
            .writeHead(200, {
                'access-control-allow-origin': '*',
                'access-control-allow-headers': '*, authorization, content-type',
                'content-type': 'application/json',
            })
            .end('{"result":{"sys_id":"stolen"}}')
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/file`
    const redirected = jest.fn()
    await browser.context.route('**/api/now/attachment/file*', (route) => {
        redirected()
        return route.fulfill({
            status: 307,
            headers: { location, 'access-control-allow-origin': site.origin },
        })
    })
    const error = await run<Record<string, unknown>>(
        `return requests.attachments(connection)
            .upload({ table: 'incident', sysId: 'x', file: new File(['x'], 'x'), onProgress() {} })
            .then(() => ({ code: 'none' }), (error) => ({ ...error, name: error.name }))`
    )
    await browser.context.unroute('**/api/now/attachment/file*')
    elsewhere.close()
    expect(redirected).toHaveBeenCalled()
    expect(error['code']).toMatch(/^(http|network)$/)
    expect(seen).toEqual([undefined])
})
