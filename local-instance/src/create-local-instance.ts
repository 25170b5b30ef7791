import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setBasicAuth, type BasicAuthMode } from './core/basic-auth'
import { createClock, type Clock } from './core/clock'
import { createHost } from './core/host'
import { clockSchema, keepClock } from './core/kept-clock'
import { createServer } from './core/http/server'
import type { Log } from './core/log'
import type { Host, Settings, Stats } from './core/plugin'
import { NEWEST_RELEASE } from './core/releases'
import type { ScriptHost } from './core/script-host'
import { applySchemas } from './core/store/apply-schema'
import { createStore } from './core/store/open-store'
import type { Store } from './core/store/types'
import { allPlugins } from './plugins/all-plugins'
import { allSchemas } from './plugins/all-schemas'

/** Start options of an instance; all are optional. */
export interface LocalInstanceOptions extends Partial<Settings> {
    /** TCP port on 127.0.0.1; default 0, any free one. */
    port?: number
    /** Folder that keeps the database between starts; default a temporary one that is deleted on close. */
    data?: string
    /**
     * How Basic authentication is treated; default as on an upgraded instance of the release, or as kept in
     * `data`.
     */
    basicAuth?: BasicAuthMode
    /**
     * The instance's clock; default the machine's time, or for existing data the time that its clock was set
     * to.
     */
    clock?: Clock
}

/**
 * Record access for tests in the same process: synchronous, bypassing HTTP, ACLs and business rules. Values
 * are database values; a write adds defaults and system fields. Methods as in {@link Store}.
 */
export type Records = Pick<
    Store,
    | 'dictionary'
    | 'get'
    | 'first'
    | 'query'
    | 'count'
    | 'insert'
    | 'update'
    | 'delete'
    | 'updateMultiple'
    | 'deleteMultiple'
    | 'displayValue'
    | 'property'
    | 'transaction'
    | 'define'
    | 'snapshot'
    | 'restore'
    | 'metadataVersion'
>

/** A running instance. */
export interface LocalInstance {
    /** `http://127.0.0.1:8181`, without a trailing slash. */
    readonly url: string
    readonly clock: Clock
    readonly records: Records
    /** The system log (`syslog`). */
    readonly log: Log
    /** What `GET /local/stats` returns. */
    readonly stats: Stats
    /** Runs a script as a user in a scope, as `POST /local/script` does. */
    readonly scripts: Pick<ScriptHost, 'run' | 'counts'>
    /** Called with each HTTP request, before it is processed. */
    onRequest(listener: (request: IncomingMessage) => void): void
    /**
     * Restores the records of the last snapshot and ends all sessions; `POST /local/reset` also resets
     * everything else.
     */
    reset(): void
    /** Stops requests and threads and closes files. Idempotent. */
    close(): Promise<void>
}

/** A running instance with the parts that its plug-ins share, for this package's own tests. */
export interface InstanceWithHost extends LocalInstance {
    readonly host: Host
}

/**
 * Starts a local instance: opens or creates the database, registers the plug-ins and listens on loopback.
 * Used by both the command and tests.
 *
 * @throws Error with `code` `EADDRINUSE` if the port is in use, or the file system's code if `data` cannot be
 * used.
 */
export async function createLocalInstance(options: LocalInstanceOptions = {}): Promise<LocalInstance> {
    const { host: _, ...instance } = await startWithHost(options)
    return instance
}

/** Like {@link createLocalInstance}, with the instance's parts. */
export async function startWithHost(options: LocalInstanceOptions = {}): Promise<InstanceWithHost> {
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
        // The state that `POST /local/reset` restores.
        store.snapshot()
        const { log, stats, scripts } = host
        return {
            url: host.url(),
            clock,
            records: store,
            log,
            stats,
            scripts,
            host,
            onRequest: (listener) => void http.server.prependListener('request', listener),
            reset() {
                store.restore()
                host.runResets()
            },
            close: () => (closing ??= close()),
        }
    } catch (error) {
        removeFolder()
        throw error
    }
}

/**
 * `glide.servlet.uri` ends with a slash (DOCS c_GlideSystemScopedAPI). A value set by an administrator is
 * kept.
 */
function setServletUri({ store, url }: Host): void {
    const row = store.first('sys_properties', 'name=glide.servlet.uri')
    const value = `${url()}/`
    if (!row) {
        store.insert('sys_properties', { name: 'glide.servlet.uri', type: 'string', value })
    } else if (!row['value'] || /^http:\/\/127\.0\.0\.1:\d+\/$/.test(row['value'])) {
        store.update('sys_properties', row['sys_id'] ?? '', { value })
    }
}
