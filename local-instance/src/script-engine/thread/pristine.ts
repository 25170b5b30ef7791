const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, deleteProperty } = Reflect

/** A property key. */
type Key = string | symbol

/** State of an object before any script ran. */
interface Known {
    object: object
    prototype: object | null
    keys: Key[]
    descriptors: PropertyDescriptor[]
    extensible: boolean
}

/** Detects changes to everything that a script can reach when it starts. */
export interface Pristine {
    /**
     * Removes globals that a script added; false if it changed another one, so the context must be discarded.
     *
     * @param stuck Receives the names of globals that cannot be removed, such as those created by `var`.
     */
    restoreGlobals(stuck: string[]): boolean
    /** Whether all other objects are as before any script; otherwise the context must be discarded. */
    isSound(): boolean
}

/**
 * Records a context's global object and all objects reachable from it and the given ones, with their
 * properties.
 *
 * This is host code, which V8 optimizes once instead of in every context. It calls nothing in the context: it
 * inspects the own properties of objects that are not proxies of scripts, and neither uses nor keeps their
 * values.
 */
export function rememberPristine(global: object, roots: readonly object[]): Pristine {
    const known = walk(global, roots)
    const globals = new Map(ownKeys(global).map((key) => [key, getOwnPropertyDescriptor(global, key)]))
    const prototype = getPrototypeOf(global)

    const restoreGlobals = (stuck: string[]): boolean => {
        let expected = globals.size
        for (const name of ownKeys(global)) {
            const before = globals.get(name)
            if (!before) {
                if (!deleteProperty(global, name) && typeof name === 'string') stuck.push(name)
            } else {
                expected -= 1
                if (!isSame(before, getOwnPropertyDescriptor(global, name))) return false
            }
        }
        const isIntact = getPrototypeOf(global) === prototype && isExtensible(global)
        return isIntact && expected === 0 && ownKeys(global).length === globals.size
    }
    return { restoreGlobals, isSound: () => known.every(isUnchanged) }
}

function walk(global: object, roots: readonly object[]): Known[] {
    const seen = new Set<object>()
    const known: Known[] = []
    const open: unknown[] = [global, ...roots]
    while (open.length > 0) {
        const object = open.pop()
        if ((typeof object !== 'object' && typeof object !== 'function') || object === null) continue
        if (seen.has(object)) continue
        seen.add(object)
        const keys = ownKeys(object)
        const descriptors = keys.map((key) => getOwnPropertyDescriptor(object, key) as PropertyDescriptor)
        const prototype = getPrototypeOf(object)
        // Properties on functions such as Math.max are never needed; once frozen, they need no checking.
        if (typeof object === 'function' && keys.every((key) => key === 'length' || key === 'name')) {
            Object.freeze(object)
        }
        // Frozen objects cannot change: the library freezes its classes itself.
        if (object !== global && !Object.isFrozen(object)) {
            known.push({ object, prototype, keys, descriptors, extensible: isExtensible(object) })
        }
        for (const { value, get, set } of descriptors) open.push(value, get, set)
        open.push(prototype)
    }
    return known
}

function isUnchanged({ object, prototype, keys, descriptors, extensible }: Known): boolean {
    if (getPrototypeOf(object) !== prototype || isExtensible(object) !== extensible) return false
    const now = ownKeys(object)
    if (now.length !== keys.length) return false
    for (let index = 0; index < keys.length; index++) {
        const key = keys[index] as Key
        if (now[index] !== key) return false
        if (!isSame(descriptors[index], getOwnPropertyDescriptor(object, key))) return false
    }
    return true
}

function isSame(before: PropertyDescriptor | undefined, now: PropertyDescriptor | undefined): boolean {
    return (
        before !== undefined &&
        now !== undefined &&
        Object.is(now.value, before.value) &&
        now.get === before.get &&
        now.set === before.set &&
        now.writable === before.writable &&
        now.configurable === before.configurable &&
        now.enumerable === before.enumerable
    )
}
