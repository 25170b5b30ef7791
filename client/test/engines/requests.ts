import type { ServiceNowConnection } from '../../src/types/connection'
import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EnginePage } from '../../../test/support/engines/engine'
import type { EngineApp } from './engine-app'
import { USER } from './popups'

interface Globals {
    connection: ServiceNowConnection
    requests: typeof import('../../src/requests/index')
}

const CASES = 'sn_bom_financial_service'

/** REST API calls: data in both directions, errors, cancellation, and files with progress. */
export function describeRequests(app: () => EngineApp): void {
    const connected = async (more = {}): Promise<EnginePage> => {
        const page = await app().open()
        expect(await app().connect(page, more)).toEqual(USER)
        return page
    }

    it('reads, writes, and reports what the instance rejects', async () => {
        const page = await connected()
        const outcome = await page.evaluate(async (table) => {
            const { connection } = window as unknown as Globals
            const short_description = 'Ünit ✓'
            const path = `/api/now/table/${table}`
            const created = await connection.executeApiRequest<{ sys_id: string }>(path, 'POST', {
                short_description,
            })
            const at = `${path}/${created.data!.sys_id}`
            const changed = await connection.executeApiRequest(at, 'PATCH', { state: '3' }, true)
            const read = await connection.executeApiRequest<{ short_description: string }>(at)
            const missing = await connection
                .executeApiRequest(`${path}/none`)
                .catch(({ name, code, status }: Record<string, unknown>) => ({ name, code, status }))
            return [created.status, changed, read.data!.short_description, missing]
        }, CASES)
        expect(outcome).toEqual([
            201,
            { status: 204 },
            'Ünit ✓',
            { name: 'ApiRequestError', code: 'http', status: 404 },
        ])
    })

    it('a call ends by its signal, and at its time limit', async () => {
        const page = await connected()
        await app().instance.admin('POST', '/local/faults', {
            path: '/api/now/table/incident',
            status: 200,
            times: 2,
            delay_ms: 60_000,
        })
        const ends = await page.evaluate(async () => {
            const { connection } = window as unknown as Globals
            const controller = new AbortController()
            const code = (error: { code?: string }) => error.code ?? String(error)
            const endpoint = '/api/now/table/incident'
            const options = { signal: controller.signal }
            const aborted = connection.executeApiRequest(endpoint, options).catch(code)
            const limited = connection.executeApiRequest(endpoint, { timeoutMs: 50 }).catch(code)
            controller.abort('enough')
            return Promise.all([aborted, limited])
        })
        expect(ends).toEqual(['enough', 'timeout'])
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
        const { sso } = app()
        sso.start = 'not at all'
        sso.uploadsTo = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/file`
        try {
            const page = await connected({ instanceUrl: sso.url, workerUrl: '/worker-uploads.js' })
            const { asked } = sso
            const code = await page.evaluate(() => {
                const { connection, requests } = window as unknown as Globals
                return requests
                    .attachments(connection)
                    .upload({ table: 'incident', sysId: 'x', file: new File(['x'], 'x'), onProgress() {} })
                    .then(
                        () => 'none',
                        ({ code }: { code: string }) => code
                    )
            })
            expect(code).toMatch(/^(http|network)$/)
            expect(sso.asked - asked).toBe(1)
            expect(seen.filter((authorization) => authorization !== undefined)).toEqual([])
        } finally {
            sso.uploadsTo = undefined
            elsewhere.closeAllConnections()
            elsewhere.close()
        }
    })

    it('uploads and downloads a file byte for byte, and reports progress', async () => {
        const file = randomBytes(3_000_000)
        const { body } = await app().instance.admin<{ result: { sys_id: string } }>(
            'POST',
            `/api/now/table/${CASES}`,
            { short_description: 'For files' }
        )
        app().site.files['/file'] = file.toString('base64')
        const page = await connected({ workerUrl: '/worker-uploads.js' })
        const { hash, up, down } = await page.evaluate(
            async ([table, sysId]) => {
                const { connection, requests } = window as unknown as Globals
                const text = await (await fetch('/file')).text()
                const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
                const files = requests.attachments(connection)
                const up: number[] = []
                const down: { loaded: number; total: number }[] = []
                const { sys_id } = await files.upload({
                    table,
                    sysId,
                    file: new File([bytes], 'Bild ü.png', { type: 'image/png' }),
                    onProgress: ({ loaded }) => up.push(loaded),
                })
                const blob = await files.download(sys_id, { onProgress: (at) => down.push(at) })
                const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
                const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'))
                return { hash: hash.join(''), up, down }
            },
            [CASES, body.result.sys_id] as [string, string]
        )
        expect(hash).toBe(createHash('sha256').update(file).digest('hex'))
        for (const steps of [up, down.map(({ loaded }) => loaded)]) {
            expect(steps).toEqual([...steps].sort((one, other) => one - other))
            expect(steps.at(-1)).toBe(3_000_000)
        }
        expect(up.length).toBeGreaterThan(2)
        expect(down.length).toBeGreaterThan(1)
    })
}
