// Kept from before any script ran.
const { defineProperty } = Object

/**
 * Gives an object a property whose value is made when it is first asked for. Assigning replaces it, as assigning to any
 * global does.
 */
export function defineLazy(target: object, name: string, make: () => unknown): void {
    defineProperty(target, name, {
        configurable: true,
        enumerable: true,
        get: make,
        set(value: unknown) {
            defineValue(target, name, value)
        },
    })
}

/** Gives an object a plain property, whatever its prototypes have. */
export function defineValue(target: object, name: string, value: unknown): void {
    defineProperty(target, name, { configurable: true, enumerable: true, writable: true, value })
}
