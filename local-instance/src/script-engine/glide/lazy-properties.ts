// Captured before any script ran.
const { defineProperty } = Object

/** Defines a property whose value is created on first access. Assignment replaces it, as for any global. */
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

/** Defines a plain own property, regardless of the prototypes. */
export function defineValue(target: object, name: string, value: unknown): void {
    defineProperty(target, name, { configurable: true, enumerable: true, writable: true, value })
}
