const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, deleteProperty } = Reflect

/** What names a property. */
type Key = string | symbol

/** An object as it was before any script ran. */
interface Known {
    object: object
    prototype: object | null
    keys: Key[]
    descriptors: PropertyDescriptor[]
    extensible: boolean
}

/** Watches over everything that a script can reach when it starts. */
export interface Pristine {
    /**
     * Removes globals that a script added; false where it changed something else, so that the context must go.
     *
     * @param stuck Gets the names of globals that cannot be removed, as `var` makes them.
     */
    restore(stuck: string[]): boolean
}

/**
 * Remembers a context's global object, and all objects that it and the given ones lead to, with their properties.
 *
 * This is code of the host, which V8 optimizes once and not in every context. It calls nothing of the context: it looks
 * at the own properties of objects that are no proxies of scripts, and neither reads nor keeps any value for use.
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
        const isSound = getPrototypeOf(global) === prototype && isExtensible(global)
        return isSound && expected === 0 && ownKeys(global).length === globals.size
    }
    return { restore: (stuck) => restoreGlobals(stuck) && known.every(isUnchanged) }
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
        // Nobody hangs properties on Math.max and its like; frozen, they need no watching.
        if (typeof object === 'function' && keys.every((key) => key === 'length' || key === 'name')) {
            Object.freeze(object)
        }
        // What is frozen stays as it is: the library freezes its classes itself.
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
