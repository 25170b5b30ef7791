import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, type Clock } from '../../src/core/clock'
import { createHost, type RunningHost } from '../../src/core/host'
import { createServer } from '../../src/core/http/server'
import type { Plugin, Schema, Settings } from '../../src/core/plugin'
import { NEWEST_RELEASE } from '../../src/core/releases'
import { applySchemas } from '../../src/core/store/apply-schema'
import { createStore } from '../../src/core/store/open-store'
import type { TableDefinition } from '../../src/core/store/types'
import { schema as cors } from '../../src/plugins/cors/schema'
import { schema as platform } from '../../src/plugins/platform/schema'
import { schema as scriptedRest } from '../../src/plugins/scripted-rest/schema'
import { signInPlugin } from '../../src/plugins/sign-in/plugin'

/** Time of the frozen clock. */
export const START = Date.parse('2026-11-22T12:00:00Z')

/** The instance's own URL, independent of its port. */
export const URL_BASE = 'http://local.test'

/** The parts of a response that tests use. */
export interface Answer {
    status: number
    headers: Record<string, string | string[] | number | undefined>
    text: string
    /** The body as JSON; undefined if there is none. */
    json: {
        result: never
        error: { message: string; detail: string | null }
        status: string
    }
}

/** Options of a request. */
export interface Asked {
    /** User name, which is also the password; null for an unauthenticated request; default admin. */
    user?: string | null
    headers?: Record<string, string>
    body?: unknown
}

/** An instance with the plug-ins of a test. */
export interface TestInstance {
    host: RunningHost
    clock: Clock
    send(method: string, url: string, asked?: Asked): Promise<Answer>
    close(): Promise<void>
}

/** Starts an instance with sign-in, additional tables and plug-ins. */
export async function startInstance({
    plugins,
    schemas = [platform, scriptedRest, cors],
    tables = [],
    release = NEWEST_RELEASE,
}: {
    plugins: Plugin[]
    schemas?: Schema[]
    tables?: TableDefinition[]
    release?: Settings['release']
}): Promise<TestInstance> {
    const folder = mkdtempSync(join(tmpdir(), 'rest-test-'))
    const clock = createClock({ now: START, frozen: true })
    const store = createStore({ file: join(folder, 'instance.db'), clock })
    applySchemas(store, [...schemas, { tables }], clock, release)
    const http = await createServer()
    const host = createHost({
        store,
        clock,
        settings: { release, nodes: 1, runJobs: false, quiet: true },
        http,
    })
    host.setUrl(URL_BASE)
    for (const plugin of [...plugins.slice(0, 1), signInPlugin, ...plugins.slice(1)])
        await plugin.register?.(host)
    await http.listen({ host: '127.0.0.1', port: 0 })
    const { port } = http.server.address() as AddressInfo
    return {
        host,
        clock,
        async send(method, url, { user = 'admin', headers = {}, body } = {}) {
            const isRaw = typeof body === 'string' || Buffer.isBuffer(body)
            const payload = body === undefined || isRaw ? body : JSON.stringify(body)
            return exchange(port, {
                method,
                path: url,
                headers: {
                    ...(user === null ? {} : { authorization: basic(user) }),
                    ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
                    ...headers,
                },
                payload: payload as string | Buffer | undefined,
            })
        },
        async close() {
            await http.close()
            await host.end()
            store.close()
            rmSync(folder, { recursive: true, force: true })
        },
    }
}

/** Sends a raw request: no path is normalised, no header added except Host and Connection. */
function exchange(
    port: number,
    asked: {
        method: string
        path: string
        headers: Record<string, string>
        payload: string | Buffer | undefined
    }
): Promise<Answer> {
    const { payload, ...options } = asked
    return new Promise((resolve, reject) => {
        const length = payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) }
        const sent = request(
            { host: '127.0.0.1', port, ...options, headers: { ...options.headers, ...length }, agent: false },
            (response) => {
                const chunks: Buffer[] = []
                response.on('data', (chunk: Buffer) => chunks.push(chunk))
                response.on('end', () => {
                    const text = Buffer.concat(chunks).toString('utf8')
                    const isJson = /json/.test(response.headers['content-type'] ?? '') && text !== ''
                    resolve({
                        status: response.statusCode ?? 0,
                        headers: response.headers,
                        text,
                        json: (isJson ? JSON.parse(text) : undefined) as Answer['json'],
                    })
                })
            }
        )
        sent.on('error', reject)
        sent.end(payload)
    })
}

/** Basic authentication of a demo user. */
export function basic(user: string, password = user): string {
    return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/** Sets a system property. */
export function setProperty({ host }: TestInstance, name: string, value: string): void {
    const row = host.store.first('sys_properties', `name=${name}`)
    if (row) host.store.update('sys_properties', row['sys_id'] ?? '', { value })
    else host.store.insert('sys_properties', { name, type: 'string', value })
}

/** sys_id of a user. */
export function userId({ host }: TestInstance, userName: string): string {
    return host.store.first('sys_user', `user_name=${userName}`)?.['sys_id'] ?? ''
}
