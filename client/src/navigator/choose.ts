import { InitializationError } from '../errors'
import { browserNavigator } from './browser'
import type { Navigator } from './navigator'
import { openFinNavigator, type Fin } from './openfin'

/** OpenFin's API, if the page runs in OpenFin. */
function findFin(): Fin | undefined {
    try {
        const { fin } = globalThis as { fin?: Fin }
        // In a plain browser (@openfin/core-web), this API has no windows.
        return fin?.Window?.create && fin.me?.isOpenFin !== false ? fin : undefined
    } catch (cause) {
        throw new InitializationError('OpenFin could not open the sign-in window', {
            code: 'popup_blocked',
            cause,
        })
    }
}

/**
 * The navigator that `connect` requested, or the one that suits the environment.
 *
 * @throws InitializationError `popup_blocked` if OpenFin's API is present but fails
 */
export function chooseNavigator(name: 'auto' | 'openfin' | 'browser'): 'openfin' | 'browser' {
    if (name !== 'auto') return name
    return findFin() ? 'openfin' : 'browser'
}

/** The navigator of that name. */
export const navigatorOf = (name: 'openfin' | 'browser'): Navigator =>
    name === 'openfin' ? openFinNavigator(findFin()) : browserNavigator
