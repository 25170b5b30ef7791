import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, type Clock } from '../../src/core/clock'
import { createHost, type RunningHost } from '../../src/core/host'
import { createServer } from '../../src/core/http/server'
import { NOT_AUTHENTICATED, sendError } from '../../src/core/http/envelope'
import type { Settings } from '../../src/core/plugin'
import { NEWEST_RELEASE } from '../../src/core/releases'
import { applySchemas } from '../../src/core/store/apply-schema'
import { createStore } from '../../src/core/store/open-store'
import type { Row } from '../../src/core/store/types'
import { oauthPlugin } from '../../src/plugins/oauth/plugin'
import { schema as oauth } from '../../src/plugins/oauth/schema'
import { schema as platform } from '../../src/plugins/platform/schema'
import { signInPlugin } from '../../src/plugins/sign-in/plugin'

/** Time of the frozen clock: a whole second. */
const START = Date.parse('2026-11-22T12:00:00Z')

/** An instance with sign-in and OAuth only, and one API that returns its caller. */
export interface TestInstance {
    url: string
    host: RunningHost
    clock: Clock
    close(): Promise<void>
}

/** Starts it on a free port with a frozen clock. */
export async function startInstance({
    release = NEWEST_RELEASE,
}: Partial<Settings> = {}): Promise<TestInstance> {
    const folder = mkdtempSync(join(tmpdir(), 'oauth-test-'))
    const clock = createClock({ now: START, frozen: true })
    const store = createStore({ file: join(folder, 'instance.db'), clock })
    applySchemas(store, [platform, oauth], clock, release)
    const http = await createServer()
    const host = createHost({
        store,
        clock,
        settings: { release, nodes: 1, runJobs: false, quiet: true },
        http,
    })
    await signInPlugin.register?.(host)
    await oauthPlugin.register?.(host)
    http.route({
        method: ['GET', 'POST'],
        url: '/api/test/caller',
        handler(request, reply) {
            const principal = host.principal(request)
            if (principal === 'refused') return sendError(reply, 401, ...NOT_AUTHENTICATED)
            return reply.send({
                user: principal.userName,
                by: principal.by,
                oauthEntity: principal.oauthEntity,
            })
        },
    })
    await http.listen({ host: '127.0.0.1', port: 0 })
    host.setUrl(`http://127.0.0.1:${(http.server.address() as AddressInfo).port}`)
    return {
        url: host.url(),
        host,
        clock,
        async close() {
            await http.close()
            await host.end()
            store.close()
            rmSync(folder, { recursive: true, force: true })
        },
    }
}

/** Adds a public client with PKCE, like OpenFin's registration. */
export function addClient(
    { host, url }: TestInstance,
    values: Row = {}
): { sysId: string; clientId: string } {
    const row = host.store.insert('oauth_entity', {
        name: 'Trader Desk',
        type: 'client',
        public_client: '1',
        use_pkce: '1',
        redirect_url: `${url}/oauth_redirect.do,https://app.example.com/callback`,
        ...values,
    })
    return { sysId: row['sys_id'] ?? '', clientId: row['client_id'] ?? '' }
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
