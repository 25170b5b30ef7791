import { freePort } from '../free-port'
import { until } from '../until'
import type { Engine, EnginePage } from './engine'
import { endTied, START_MS, startTied } from './tied-process'
import { startDisplay } from './virtual-display'
import { startSession, WebDriverError, type Command, type WebDriverSession } from './webdriver'

/** Driver errors of a page that is still loading. */
const NOT_YET = /^(no such element|stale element reference|element not interactable|no such frame)$/

/**
 * Starts WebKitGTK's MiniBrowser through the driver that WEBKIT_DRIVER_PATH names, on a virtual display.
 *
 * @throws Error of one line if it does not start
 */
export async function startWebKit(): Promise<Engine> {
    const path = process.env['WEBKIT_DRIVER_PATH']
    if (!path) throw new Error('run the page tests by npm test, or set WEBKIT_DRIVER_PATH')
    const [display, port] = await Promise.all([startDisplay(), freePort()])
    const child = startTied([path, `--port=${port}`], {
        stdio: ['ignore', 'ignore'],
        env: {
            ...display.env,
            GDK_BACKEND: 'x11',
            NO_AT_BRIDGE: '1',
            LIBGL_ALWAYS_SOFTWARE: '1',
            WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        },
    })
    const close = async () => {
        await endTied(child)
        // The browser cannot continue without it.
        await display.close()
    }
    try {
        const session = await sessionOf(child, `http://127.0.0.1:${port}`)
        return await webKitEngine(session, async () => {
            await session.close().catch(() => {})
            await close()
        })
    } catch (error) {
        await close()
        throw new Error(`WebKit did not start (${path}): ${(error as Error).message.split('\n')[0]}`)
    }
}

/** Opens a session as soon as the driver listens. */
async function sessionOf(driver: ReturnType<typeof startTied>, url: string): Promise<WebDriverSession> {
    let session: WebDriverSession | undefined
    await until(async () => {
        if (driver.exitCode !== null) throw new Error(`it ended with status ${driver.exitCode}`)
        session = await startSession(url).catch((error) => {
            if (error instanceof WebDriverError) throw error
            // The driver does not listen yet.
            return undefined
        })
        return !!session
    }, START_MS)
    return session!
}

async function webKitEngine(session: WebDriverSession, close: () => Promise<void>): Promise<Engine> {
    const first = await session.send<string>(['GET', '/window'])
    const handles = () => session.send<string[]>(['GET', '/window/handles'])
    const others = async () => (await handles()).filter((handle) => handle !== first)
    return {
        name: 'webkit',
        version: session.version,
        async open(url) {
            const { handle } = await session.send<{ handle: string }>(
                ['POST', '/window/new', { type: 'window' }],
                first
            )
            const page = pageOf(session, handle)
            await page.goto(url)
            return page
        },
        async popupOf(_, action) {
            const before = new Set(await handles())
            await action()
            let opened: string | undefined
            await until(async () => {
                opened = (await handles()).find((handle) => !before.has(handle))
                return !!opened
            })
            return pageOf(session, opened!)
        },
        windows: async () => (await others()).length,
        async reset() {
            for (const handle of await others()) await session.send(['DELETE', '/window'], handle)
        },
        close,
    }
}

function pageOf(session: WebDriverSession, handle: string): EnginePage {
    const send = <T>(command: Command) => session.send<T>(command, handle)
    const withElement = (selector: string, run: (path: string) => Promise<unknown>) =>
        until(async () => {
            try {
                const using = { using: 'css selector', value: selector }
                const [id] = Object.values(await send<Record<string, string>>(['POST', '/element', using]))
                await run(`/element/${id}`)
                return true
            } catch (error) {
                if (error instanceof WebDriverError && NOT_YET.test(error.code)) return false
                throw error
            }
        })
    return {
        goto: (url) => send(['POST', '/url', { url }]),
        async evaluate<Result, Argument>(
            run: (argument: Argument) => Result | Promise<Result>,
            argument?: Argument
        ): Promise<Result> {
            const script = `const [argument, done] = arguments
                Promise.resolve(argument).then(${run}).then(
                    (value) => done({ value }), (error) => done({ error: String(error) }))`
            const { value, error } = await send<{ value: Result; error?: string }>([
                'POST',
                '/execute/async',
                { script, args: [argument ?? null] },
            ])
            if (error !== undefined) throw new Error(error)
            return value
        },
        click: (selector) => withElement(selector, (path) => send(['POST', `${path}/click`])),
        fill: (selector, text) => withElement(selector, (path) => send(['POST', `${path}/value`, { text }])),
        close: () => send(['DELETE', '/window']),
        isClosed: async () => !(await session.send<string[]>(['GET', '/window/handles'])).includes(handle),
    }
}
