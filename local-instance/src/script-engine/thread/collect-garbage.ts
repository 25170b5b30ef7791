import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * V8's own collection of garbage, to call by hand. Contexts that were thrown away are large, but V8 would rather let a
 * thread's heap grow to its limit than look for them.
 */
export function openGarbageCollector(): () => void {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    // The contexts of scripts shall not have it.
    setFlagsFromString('--no-expose-gc')
    return () => collect()
}
