import { AuthorizationError, InitializationError } from '../errors'
import { runAttempt } from './attempt'
import type { Navigator } from './navigator'
import { isAnswer, isCallback } from './read-callback'

/** The part of an OpenFin window that a sign-in uses (`OpenFin.Window` of @openfin/core). */
export interface FinWindow {
    on(type: string, listener: (event: { url?: string }) => void): Promise<unknown>
    removeListener(type: string, listener: (event: { url?: string }) => void): Promise<unknown>
    getInfo(): Promise<{ url: string }>
    show?(): Promise<unknown>
    close(force?: boolean): Promise<unknown>
}

/** The part of OpenFin's API that a sign-in uses. */
export interface Fin {
    Window: { create(options: object): Promise<FinWindow> }
    me?: { isOpenFin?: boolean }
}

/** Interval in which the window's URL is read, in milliseconds. */
const POLL_MS = 500

/**
 * Delay before the window is shown, in milliseconds: a sign-in without user interaction has finished by then.
 */
const SHOW_MS = 2000

/** Default window options, those of @openfin/servicenow, which apps rely on. */
const DEFAULT_OPTIONS = {
    defaultWidth: 550,
    defaultHeight: 600,
    defaultCentered: true,
    autoShow: false,
    alwaysOnTop: true,
    resizable: false,
    maximizable: false,
    minimizable: false,
    showTaskbarIcon: false,
    includeInSnapshots: false,
    saveWindowState: false,
}

const ignore = () => undefined

/** Signs in with an OpenFin child window, whose URL the app can read. */
export const openFinNavigator = (fin: Fin | undefined): Navigator => ({
    prepare(windowOptions) {
        return {
            authorize: (request) =>
                runAttempt(request, async ({ disposer, read, fail }) => {
                    try {
                        const window = await fin!.Window.create({
                            name: `openfin-servicenow-${crypto.randomUUID()}`,
                            ...DEFAULT_OPTIONS,
                            ...windowOptions,
                            url: request.url,
                        })
                        disposer.defer(() => void window.close(true).catch(ignore))
                        const timer = setTimeout(() => void window.show?.().catch(ignore), SHOW_MS)
                        disposer.defer(() => clearTimeout(timer))
                        const check = (url = '') => {
                            if (isCallback(url, request) || isAnswer(url, request)) read(url)
                        }
                        const listen = async (type: string, listener: (event: { url?: string }) => void) => {
                            await window.on(type, listener)
                            disposer.defer(() => void window.removeListener(type, listener).catch(ignore))
                        }
                        await listen('closed', () =>
                            fail(
                                new AuthorizationError('The sign-in window was closed', {
                                    code: 'popup_closed',
                                })
                            )
                        )
                        const poll = async () => check((await window.getInfo()).url)
                        // Runtimes before 30 do not have this event. The window can close while its URL is
                        // being read.
                        await listen('url-changed', ({ url }) => check(url))
                        disposer.poll(POLL_MS, () => void poll().catch(ignore))
                        await poll()
                    } catch (cause) {
                        fail(
                            new InitializationError('OpenFin could not open the sign-in window', {
                                code: 'popup_blocked',
                                cause,
                            })
                        )
                    }
                }),
            close: ignore,
        }
    },
})
