import type { ScopeHost } from '../scope-bridge'
import { toInteger } from '../values'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** GlideSecureRandomUtil (c_GlideSecureRandomUtilScopedAPI); the host provides the randomness. */
export function glideSecureRandomUtil(host: ScopeHost): object {
    /** `bytes` random bytes as one whole number; exact up to 6 bytes. */
    const number = (bytes: number): number => parseInt(host.call('random', { bytes }), 16)
    /** 0 (inclusive) to `bound` (exclusive), uniformly distributed. */
    const below = (bound: number): number => {
        const range = 2 ** 48
        const fair = range - (range % bound)
        let drawn = number(6)
        while (drawn >= fair) drawn = number(6)
        return drawn % bound
    }
    return class GlideSecureRandomUtil {
        /** A signed 32-bit number. */
        static getSecureRandomInt(): number {
            return number(4) | 0
        }

        /** @throws Error unless the bound is a positive whole number. */
        static getSecureRandomIntBound(bound: unknown): number {
            const limit = toInteger(bound)
            if (limit <= 0) throw new Error('bound must be positive')
            return below(limit)
        }

        /** Letters and digits. */
        static getSecureRandomString(length: unknown): string {
            const size = Math.max(0, toInteger(length))
            return Array.from({ length: size }, () => LETTERS[below(LETTERS.length)]).join('')
        }
    }
}
