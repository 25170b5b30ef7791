import { endTied, firstMatch, startTied } from './tied-process'

/** A virtual screen with real window focus. */
export interface VirtualDisplay {
    /** Value of `DISPLAY`. */
    env: { DISPLAY: string }
    close(): Promise<void>
}

/**
 * Starts the Xvfb that XVFB_PATH names.
 *
 * @throws Error of one line if it does not start
 */
export async function startDisplay(): Promise<VirtualDisplay> {
    const path = process.env['XVFB_PATH']
    if (!path) throw new Error('run the page tests by npm test, or set XVFB_PATH')
    const child = startTied(
        [path, '-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-noreset'],
        { stdio: ['ignore', 'ignore', 'pipe'] }
    )
    try {
        const number = await firstMatch(child, { name: 'Xvfb', file: 3, pattern: /^(\d+)\n/ })
        return { env: { DISPLAY: `:${number}` }, close: () => endTied(child) }
    } catch (error) {
        await endTied(child)
        throw error
    }
}
