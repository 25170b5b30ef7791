const { isFrozen } = Object
const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, deleteProperty } = Reflect
/** What names a property. */
type Key = string | symbol

const resetMatches = RegExp.prototype.test.bind(/(?:)/)

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
    /** Removes globals that a script added; false where it changed something else, so that the context must go. */
    restore(): boolean
}

/**
 * Remembers the global object, all built-in objects and all that the runtime library offers, with their properties.
 * Reached by walking from the global object, from the few built-ins that have no name, and from the library's exports.
 */
export function rememberPristine(library: object[]): Pristine {
    const seen = new Set<object>()
    const known: Known[] = []
    const open: unknown[] = [globalThis, ...nameless(), ...library]
    for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
        if ((typeof next !== 'object' && typeof next !== 'function') || next === null || seen.has(next))
            continue
        seen.add(next)
        const object: object = next
        const keys = ownKeys(object)
        const descriptors = keys.map((key) => getOwnPropertyDescriptor(object, key) as PropertyDescriptor)
        const prototype = getPrototypeOf(object)
        // What is frozen stays as it is: the library freezes its classes itself.
        if (object !== globalThis && !isFrozen(object)) {
            known.push({ object, prototype, keys, descriptors, extensible: isExtensible(object) })
        }
        for (const { value, get, set } of descriptors) open.push(value, get, set)
        open.push(prototype)
    }
    const globalNames = new Map(
        ownKeys(globalThis).map((key) => [
            key,
            getOwnPropertyDescriptor(globalThis, key) as PropertyDescriptor,
        ])
    )
    const nameOf = globalNames.get.bind(globalNames)
    const globalPrototype = getPrototypeOf(globalThis)

    const restoreGlobals = (): boolean => {
        const names = ownKeys(globalThis)
        let expected = globalNames.size
        for (let index = 0; index < names.length; index++) {
            const name = names[index] as Key
            const before = nameOf(name)
            if (!before) {
                if (!deleteProperty(globalThis, name)) return false
            } else {
                expected -= 1
                if (!isSame(before, getOwnPropertyDescriptor(globalThis, name))) return false
            }
        }
        return expected === 0 && getPrototypeOf(globalThis) === globalPrototype && isExtensible(globalThis)
    }

    return {
        restore() {
            // What the last match was, in RegExp.$1 and so on, is no business of the next script.
            resetMatches('')
            if (!restoreGlobals()) return false
            for (let index = 0; index < known.length; index++) {
                if (!isUnchanged(known[index] as Known)) return false
            }
            return true
        },
    }
}

function isUnchanged({ object, prototype, keys, descriptors, extensible }: Known): boolean {
    if (getPrototypeOf(object) !== prototype || isExtensible(object) !== extensible) return false
    const now = ownKeys(object)
    if (now.length !== keys.length) return false
    for (let index = 0; index < keys.length; index++) {
        const key = keys[index] as Key
        if (now[index] !== key) return false
        if (!isSame(descriptors[index] as PropertyDescriptor, getOwnPropertyDescriptor(object, key)))
            return false
    }
    return true
}

function isSame(before: PropertyDescriptor, now: PropertyDescriptor | undefined): boolean {
    return (
        now !== undefined &&
        // NaN is a value of globals, too.
        (now.value === before.value || (now.value !== now.value && before.value !== before.value)) &&
        now.get === before.get &&
        now.set === before.set &&
        now.writable === before.writable &&
        now.configurable === before.configurable &&
        now.enumerable === before.enumerable
    )
}

/** Built-in objects that no global leads to. */
function nameless(): object[] {
    const generator = function* () {}
    const asyncGenerator = async function* () {}
    return [
        generator,
        asyncGenerator,
        async () => {},
        [][Symbol.iterator](),
        ''[Symbol.iterator](),
        new Map()[Symbol.iterator](),
        new Set()[Symbol.iterator](),
        ''.matchAll(/a/g),
    ].map((object) => getPrototypeOf(object) as object)
}
