import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'

/** A web server for the pages of an app, on an origin of its own. */
export interface StaticServer {
    /** `http://localhost:1234`. */
    origin: string
    close(): Promise<void>
}

/** Serves the HTML files of a folder on any free port of localhost. */
export async function serveFolder(folder: string): Promise<StaticServer> {
    const server = createServer((request, response) => {
        const name = basename(new URL(request.url ?? '/', 'http://localhost').pathname)
        try {
            const html = readFileSync(join(folder, name))
            response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' }).end(html)
        } catch {
            response.writeHead(404).end()
        }
    })
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    return {
        origin: `http://localhost:${(server.address() as AddressInfo).port}`,
        close: () =>
            new Promise((resolve) => {
                server.closeAllConnections()
                server.close(() => resolve())
            }),
    }
}
