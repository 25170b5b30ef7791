import { join } from 'node:path'
import { firefox, type Browser } from 'playwright-core'
import { ROOT } from '../deploy'
import type { Engine } from './engine'
import { playwrightEngine } from './playwright-engine'
import { START_MS } from './tied-process'

/** A command that Playwright sends for each context and that Firefox ESR does not support yet. */
const UNKNOWN = 'emulation.setMediaFeaturesOverride'

/**
 * Starts the Firefox that FIREFOX_PATH names, by WebDriver BiDi, with its popup blocker on.
 *
 * @throws Error of one line if it does not start
 */
export async function startFirefox(): Promise<Engine> {
    const path = process.env['FIREFOX_PATH']
    if (!path) throw new Error('run the page tests by npm test, or set FIREFOX_PATH')
    const browser = await firefox
        .launch({
            channel: 'moz-firefox',
            executablePath: join(ROOT, 'test/support/engines/tied-firefox.sh'),
            env: { ...process.env, FIREFOX_PATH: path },
            timeout: START_MS,
            firefoxUserPrefs: { 'dom.disable_open_during_load': true },
        })
        .catch((error: Error) => {
            throw new Error(`Firefox did not start (${path}): ${error.message.split('\n')[0]}`)
        })
    leaveOut(UNKNOWN, browser)
    const context = await browser.newContext({ viewport: null })
    return playwrightEngine(context, {
        name: 'firefox',
        version: browser.version(),
        close: () => browser.close(),
    })
}

interface Session {
    send(command: string, parameters: unknown): Promise<unknown>
}

/** Suppresses a command in the function that sends all commands. It is not part of Playwright's API. */
function leaveOut(unknown: string, browser: Browser): void {
    const { _connection: connection } = browser as unknown as {
        _connection?: { toImpl?(browser: Browser): { _browserSession?: Session } }
    }
    const session = connection?.toImpl?.(browser)._browserSession
    if (!session) throw new Error('this version of playwright-core sends its commands differently')
    const sessions = Object.getPrototypeOf(session) as Session
    const { send } = sessions
    sessions.send = function (command, parameters) {
        return command === unknown ? Promise.resolve({}) : send.call(this, command, parameters)
    }
}
