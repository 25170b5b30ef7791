import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setBasicAuth, type BasicAuthMode } from './core/basic-auth'
import { createClock, type Clock } from './core/clock'
import { createHost } from './core/host'
import { clockSchema, keepClock } from './core/kept-clock'
import { createServer } from './core/http/server'
import type { Host, Settings } from './core/plugin'
import { NEWEST_RELEASE } from './core/releases'
import { applySchemas } from './core/store/apply-schema'
import { createStore } from './core/store/open-store'
import { allPlugins } from './plugins/all-plugins'
import { allSchemas } from './plugins/all-schemas'

/** How an instance starts; everything has a default. */
export interface LocalInstanceOptions extends Partial<Settings> {
    /** TCP port on 127.0.0.1; default 0, any free one. */
    port?: number
    /** Folder that keeps the database between starts; default a temporary one that goes away at the end. */
    data?: string
    /** What is done with Basic authentication; default as on an upgraded instance of the release, or as kept in `data`. */
    basicAuth?: BasicAuthMode
    /** The instance's clock; default the machine's time, or with kept data what its clock was moved to. */
    clock?: Clock
}

/** A running instance. */
export interface LocalInstance {
    /** `http://127.0.0.1:8181`, without a trailing slash. */
    readonly url: string
    readonly clock: Clock
    /** The parts, for tests in the same process. */
    readonly host: Host
    /** Ends requests, threads and files. Can be called twice. */
    close(): Promise<void>
}

/**
 * Starts a local instance: opens or makes the database, registers the plug-ins and listens on loopback.
 * Used by the command and by tests alike.
 *
 * @throws Error with `code` `EADDRINUSE` where the port is taken, or the file system's where `data` cannot be used.
 */
export async function createLocalInstance(options: LocalInstanceOptions = {}): Promise<LocalInstance> {
    const settings: Settings = {
        release: options.release ?? NEWEST_RELEASE,
        nodes: options.nodes ?? 1,
        runJobs: options.runJobs ?? false,
        quiet: options.quiet ?? true,
    }
    const started = options.clock ?? createClock()
    const folder = options.data ?? mkdtempSync(join(tmpdir(), 'local-instance-'))
    if (options.data) mkdirSync(folder, { recursive: true })
    const removeFolder = () => {
        if (!options.data) rmSync(folder, { recursive: true, force: true })
    }
    try {
        const store = createStore({ file: join(folder, 'instance.db'), clock: started })
        applySchemas(store, [clockSchema, ...allSchemas], started, settings.release)
        const clock = options.clock ?? keepClock(store, started)
        if (options.basicAuth) setBasicAuth(store, options.basicAuth)
        const http = await createServer()
        const host = createHost({ store, clock, settings, http })
        for (const plugin of allPlugins) await plugin.register?.(host)
        let closing: Promise<void> | undefined
        const close = async (): Promise<void> => {
            await http.close()
            await host.end()
            store.close()
            removeFolder()
        }
        try {
            await http.listen({ host: '127.0.0.1', port: options.port ?? 0 })
        } catch (error) {
            await close()
            throw error
        }
        const { port } = http.server.address() as AddressInfo
        host.setUrl(`http://127.0.0.1:${port}`)
        setServletUri(host)
        // What `POST /local/reset` goes back to.
        store.snapshot()
        return { url: host.url(), clock, host, close: () => (closing ??= close()) }
    } catch (error) {
        removeFolder()
        throw error
    }
}

/** `glide.servlet.uri` ends with a slash (DOCS c_GlideSystemScopedAPI). An administrator's own value is kept. */
function setServletUri({ store, url }: Host): void {
    const row = store.first('sys_properties', 'name=glide.servlet.uri')
    const value = `${url()}/`
    if (!row) {
        store.insert('sys_properties', { name: 'glide.servlet.uri', type: 'string', value })
    } else if (!row['value'] || /^http:\/\/127\.0\.0\.1:\d+\/$/.test(row['value'])) {
        store.update('sys_properties', row['sys_id'] ?? '', { value })
    }
}
