import { startChromiumEngine } from './chromium'
import type { Engine, EngineName } from './engine'
import { startFirefox } from './firefox'
import { startWebKit } from './webkit'

const STARTS: Record<EngineName, () => Promise<Engine>> = {
    chromium: startChromiumEngine,
    firefox: startFirefox,
    webkit: startWebKit,
}

/**
 * Starts the browser that represents an engine.
 *
 * @throws Error of one line if it does not start
 */
export const startEngine = (name: EngineName): Promise<Engine> => STARTS[name]()
