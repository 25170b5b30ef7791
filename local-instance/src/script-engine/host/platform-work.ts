import type { Store } from '../../core/store/types'

/** Runs work that the platform does for itself, whose statements are not the script's. */
export interface PlatformWork {
    <T>(run: () => T): T
    /** Statements that such work ran so far. */
    readonly statements: number
}

/** Keeps count of the statements that the platform runs for itself. */
export function createPlatformWork(store: Store): PlatformWork {
    let statements = 0
    let nested = false
    const work = <T>(run: () => T): T => {
        if (nested) return run()
        const before = store.statements
        nested = true
        try {
            return run()
        } finally {
            nested = false
            statements += store.statements - before
        }
    }
    return Object.defineProperty(work, 'statements', { get: () => statements }) as PlatformWork
}
