import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../support/deploy'
import type { Figure } from './report'

const NAMES: Record<string, string> = {
    page: 'page, gzip',
    worker: 'worker, gzip',
    pageWithWorker: 'page with the worker in it, gzip',
}

/** Size of the client, as measured by its build. */
export async function clientSizes(): Promise<Figure[]> {
    const builder = pathToFileURL(join(ROOT, 'client/scripts/lib/build-client.mjs')).href
    const { buildClient } = (await import(builder)) as { buildClient(): Promise<string[]> }
    return (await buildClient()).flatMap((line) => {
        const [, name = '', size, limit] = /^(\w+)\s+(\d+) of (\d+) bytes/.exec(line) ?? []
        if (!(name in NAMES)) return []
        return [
            {
                name: `client: ${NAMES[name] ?? name}`,
                value: `${size} bytes`,
                limit: `≤ ${limit} bytes`,
                met: Number(size) <= Number(limit),
            },
        ]
    })
}
