import type { Page } from 'playwright-core'

/** Behaviour of the stand-in. */
export interface StandInOptions {
    /** The runtime's version; 30 and later report each URL of a window. */
    version?: string
    /** The error that the API throws, and in which call. */
    fails?: 'create' | 'fin'
}

/** State of the stand-in for tests. */
export interface StandIn {
    /** Options that `fin.Window.create` was called with, in order. */
    created: Record<string, unknown>[]
    /** The windows, in order: pages of the same browser, as OpenFin's share their cookies. */
    windows: Page[]
    /** Number of times a window's URL was read. */
    polls: number
    /** Indexes of the windows that were shown, in order. */
    shown: number[]
    /** Number of remaining window listeners. */
    listeners(): Promise<number>
}

/**
 * Puts a stand-in for OpenFin's API into a page, before it loads. It has the documented members that a
 * sign-in can use: `fin.me.isOpenFin`, `fin.System.getVersion()`, `fin.Window.create(options)` and, of a
 * window, `getInfo()`, `show()`, `close(force)`, `on()` and `removeListener()` with the events `url-changed`
 * (from runtime 30) and `closed` (developer.openfin.co, JavaScript API). Each window is a separate page,
 * whose URLs are observed from outside, as in OpenFin.
 */
export async function installFin(page: Page, options: StandInOptions = {}): Promise<StandIn> {
    const { version = '36.122.80.11', fails } = options
    const reportsUrls = parseInt(version, 10) >= 30
    const standIn: StandIn = {
        created: [],
        windows: [],
        polls: 0,
        shown: [],
        listeners: () =>
            page.evaluate(() => (window as unknown as { finListeners(): number }).finListeners()),
    }
    const emit = (id: number, type: string, event: object) =>
        page
            .evaluate(
                ([id, type, event]) =>
                    (window as unknown as { finEmit(...args: unknown[]): void }).finEmit(id, type, event),
                [id, type, { topic: 'window', type, ...event }] as const
            )
            .catch(() => undefined)
    await page.exposeFunction('finCreate', async (windowOptions: { name: string; url: string }) => {
        standIn.created.push(windowOptions)
        const opened = await page.context().newPage()
        const id = standIn.windows.push(opened) - 1
        opened.on('framenavigated', (frame) => {
            if (reportsUrls && frame === opened.mainFrame())
                void emit(id, 'url-changed', { url: frame.url() })
        })
        opened.on('close', () => void emit(id, 'closed', {}))
        void opened.goto(windowOptions.url).catch(() => undefined)
        return id
    })
    await page.exposeFunction('finUrl', (id: number) => {
        standIn.polls++
        const opened = standIn.windows[id]
        if (!opened || opened.isClosed()) throw new Error('no such window')
        return opened.url()
    })
    await page.exposeFunction('finShow', (id: number) => void standIn.shown.push(id))
    await page.exposeFunction('finClose', (id: number) => standIn.windows[id]?.close())
    await page.addInitScript(defineFin, { version, fails })
    return standIn
}

interface Bridge {
    finCreate(options: object): Promise<number>
    finUrl(id: number): Promise<string>
    finShow(id: number): Promise<void>
    finClose(id: number): Promise<void>
}

/** Runs in the page. */
function defineFin({ version, fails }: { version: string; fails: string | undefined }): void {
    type Listener = (event: unknown) => void
    const bridge = window as unknown as Bridge
    const listeners = new Map<string, Set<Listener>>()
    const of = (id: number, type: string) => {
        const key = `${id} ${type}`
        return listeners.get(key) ?? listeners.set(key, new Set()).get(key)!
    }
    const windowOf = (id: number) => ({
        getInfo: async () => ({ url: await bridge.finUrl(id), title: '', canNavigateBack: false }),
        show: () => bridge.finShow(id),
        close: (_force?: boolean) => bridge.finClose(id),
        on: async (type: string, listener: Listener) => void of(id, type).add(listener),
        removeListener: async (type: string, listener: Listener) => void of(id, type).delete(listener),
    })
    const fin = {
        me: { isOpenFin: true },
        System: {
            getVersion: async () => version,
        },
        Window: {
            create: async (options: object) => {
                if (fails === 'create') throw new Error('window quota')
                return windowOf(await bridge.finCreate(options))
            },
        },
    }
    Object.defineProperty(window, 'fin', {
        get() {
            if (fails === 'fin') throw new Error('not injected')
            return fin
        },
    })
    Object.assign(window, {
        finEmit: (id: number, type: string, event: unknown) =>
            of(id, type).forEach((listener) => listener(event)),
        finListeners: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
    })
}
