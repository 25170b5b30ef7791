import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createScriptedInstance, INSTANCE, type ScriptedInstance } from '../worker/support/scripted-instance'

/** An instance over HTTP with scripted responses, which every origin may read. */
export interface ScriptedServer extends ScriptedInstance {
    url: string
    /** Paths of the preflights. */
    preflights: string[]
    /** Resets recorded requests and scripted responses. */
    reset(): void
    close(): Promise<void>
}

/** Starts it on a free port of the loopback address. Its sign-in page consents at once. */
export async function serveScripted(): Promise<ScriptedServer> {
    let instance = createScriptedInstance()
    const server = createServer((request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? '/', INSTANCE)
        if (pathname === '/oauth_auth.do') {
            const target = new URL(searchParams.get('redirect_uri') ?? '')
            target.searchParams.set('code', 'c'.repeat(64))
            target.searchParams.set('state', searchParams.get('state') ?? '')
            response.writeHead(302, { location: target.href }).end()
            return
        }
        const cors = {
            'access-control-allow-origin': request.headers.origin ?? '*',
            'access-control-expose-headers': 'Retry-After, X-Total-Count, Link',
        }
        if (request.method === 'OPTIONS') {
            scripted.preflights.push(request.url ?? '')
            response
                .writeHead(204, {
                    ...cors,
                    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
                    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
                    'access-control-max-age': '600',
                })
                .end()
            return
        }
        void forward(request, response, cors)
    })

    const forward = async (
        request: IncomingMessage,
        response: ServerResponse,
        cors: Record<string, string>
    ) => {
        const chunks: Buffer[] = []
        for await (const chunk of request) chunks.push(chunk as Buffer)
        try {
            const answer = await instance.fetch(INSTANCE + request.url, {
                method: request.method ?? 'GET',
                headers: request.headers as Record<string, string>,
                body: Buffer.concat(chunks).toString(),
            })
            response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...cors })
            for await (const chunk of Readable.fromWeb((answer.body ?? new Blob().stream()) as never))
                response.write(chunk)
            response.end()
        } catch {
            // A network fault requested by a test.
            response.destroy()
        }
    }

    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const scripted: ScriptedServer = {
        ...instance,
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        preflights: [],
        reset() {
            scripted.preflights = []
            instance = createScriptedInstance()
            for (const name of ['seen', 'on', 'tokens', 'good'] as const) share(name)
            scripted.to = instance.to
            scripted.grants = instance.grants
        },
        close: () =>
            new Promise((resolve) => {
                server.closeAllConnections()
                server.close(() => resolve())
            }),
    }
    // Values set by a test apply to the current instance.
    const share = (name: 'seen' | 'on' | 'tokens' | 'good') =>
        Object.defineProperty(scripted, name, {
            configurable: true,
            get: () => instance[name],
            set: (value) => void Object.assign(instance, { [name]: value as unknown }),
        })
    scripted.reset()
    return scripted
}
