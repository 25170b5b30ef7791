import { InitializationError } from '../errors'
import { browserNavigator } from './browser'
import type { Navigator } from './navigator'
import { openFinNavigator, type Fin } from './openfin'

/** OpenFin's API, where the page runs in OpenFin. */
function findFin(): Fin | undefined {
    try {
        const { fin } = globalThis as { fin?: Fin }
        // The same API in a plain browser (@openfin/core-web) has no windows.
        return fin?.Window?.create && fin.me?.isOpenFin !== false ? fin : undefined
    } catch (cause) {
        throw new InitializationError('OpenFin could not open the sign-in window', {
            code: 'popup_blocked',
            cause,
        })
    }
}

/**
 * The way to sign in that `connect` was asked for, or that fits where the page runs.
 *
 * @throws InitializationError `popup_blocked` where OpenFin's API is there but does not work
 */
export function chooseNavigator(name: 'auto' | 'openfin' | 'browser'): 'openfin' | 'browser' {
    if (name !== 'auto') return name
    return findFin() ? 'openfin' : 'browser'
}

/** The navigator of that name. */
export const navigatorOf = (name: 'openfin' | 'browser'): Navigator =>
    name === 'openfin' ? openFinNavigator(findFin()) : browserNavigator
