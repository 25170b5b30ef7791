import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Explicit garbage collection. Discarded contexts are large, but V8 lets a thread's heap grow to its limit
 * before collecting them.
 */
export function openGarbageCollector(): () => void {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    // Script contexts must not have it.
    setFlagsFromString('--no-expose-gc')
    return () => collect()
}
