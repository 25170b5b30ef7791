const { freeze, getOwnPropertyDescriptors, getPrototypeOf } = Object

/** Built-in objects that are reachable from a class and monitored by pristine.ts. */
const BUILT_IN = new Set<unknown>(
    [Object, Function, Error, SyntaxError].flatMap((one) => [one, one.prototype]).concat(null as never)
)

/**
 * Freezes objects and everything reachable from them. The runtime's classes outlive a transaction if the
 * context is reused, so one script's changes would affect the next one, which may run as another user.
 */
export function seal(objects: readonly unknown[]): void {
    const open = [...objects]
    const seen = new Set<unknown>(BUILT_IN)
    while (open.length > 0) {
        const next = open.pop()
        if ((typeof next !== 'object' && typeof next !== 'function') || seen.has(next)) continue
        seen.add(next)
        const object = next as object
        freeze(object)
        open.push(getPrototypeOf(object))
        for (const { get, set, value } of Object.values(getOwnPropertyDescriptors(object))) {
            open.push(get, set, value)
        }
    }
}
