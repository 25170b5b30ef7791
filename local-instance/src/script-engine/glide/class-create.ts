/** `Class` of script includes: `var X = Class.create()` creates a constructor that calls `initialize`. */
export const Class = {
    create(): (this: object, ...given: unknown[]) => void {
        return function (this: object, ...given: unknown[]): void {
            const { initialize } = this as { initialize?: (...given: unknown[]) => void }
            if (initialize) initialize.call(this, ...given)
        }
    },
}

/**
 * A prototype that combines a class's prototype with the members of `source`, which take precedence;
 * available as `Object.extendsObject`.
 */
export function extendsObject(destination: { prototype: object }, source: object): object {
    const made: Record<string, unknown> = {}
    for (const name in destination.prototype) made[name] = destination.prototype[name as keyof object]
    for (const name in source) made[name] = source[name as keyof object]
    return made
}
