import { AuthorizationError, InitializationError } from '../errors'
import { runAttempt } from './attempt'
import type { Navigator } from './navigator'
import { isAnswer, isCallback } from './read-callback'

/** An OpenFin window, as far as a sign-in needs it (`OpenFin.Window` of @openfin/core). */
export interface FinWindow {
    on(type: string, listener: (event: { url?: string }) => void): Promise<unknown>
    removeListener(type: string, listener: (event: { url?: string }) => void): Promise<unknown>
    getInfo(): Promise<{ url: string }>
    show?(): Promise<unknown>
    close(force?: boolean): Promise<unknown>
}

/** OpenFin's API, as far as a sign-in needs it. */
export interface Fin {
    Window: { create(options: object): Promise<FinWindow> }
    me?: { isOpenFin?: boolean }
}

/** How often the address of a window is asked for, in milliseconds. */
const POLL_MS = 500

/** After how long the window is shown, in milliseconds: one that needs nothing of the user is gone by then. */
const SHOW_MS = 2000

/** The sign-in window of @openfin/servicenow, which apps count on. */
const LOOK = {
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

/** Signs in in a child window of OpenFin, which can see each address that the window reaches. */
export const openFinNavigator = (fin: Fin | undefined): Navigator => ({
    prepare(windowOptions) {
        return {
            authorize: (request) =>
                runAttempt(request, async ({ disposer, read, fail }) => {
                    try {
                        const window = await fin!.Window.create({
                            name: `openfin-servicenow-${crypto.randomUUID()}`,
                            ...LOOK,
                            ...windowOptions,
                            url: request.url,
                        })
                        disposer.defer(() => void window.close(true).catch(ignore))
                        const timer = setTimeout(() => void window.show?.().catch(ignore), SHOW_MS)
                        disposer.defer(() => clearTimeout(timer))
                        const look = (url = '') => {
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
                        const poll = async () => look((await window.getInfo()).url)
                        // Runtimes before 30 have no such event. The window is there only until its `closed`, which may
                        // come while it is asked.
                        await listen('url-changed', ({ url }) => look(url))
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
