import type { Store } from '../../core/store/types'

/** Runs internal work of the platform, whose statements are not counted for the script. */
export interface PlatformWork {
    <T>(run: () => T): T
    /** Number of statements run by such work so far. */
    readonly statements: number
}

/** Counts the statements that the platform runs internally. */
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
