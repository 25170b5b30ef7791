/*
 * Methods and collections that scripts cannot intercept. Code of another scope acts with its own scope's
 * rights in the same context, so objects with those rights must not pass through a method that the calling
 * script may have replaced: no `Map.prototype.set`, no `for … of`, no spreading, no `Object.entries`.
 */

const { call } = Function.prototype

/** A dictionary without a prototype, so it has no inherited keys. */
export type Dictionary<T> = { [key: string]: T | undefined }

/** An empty {@link Dictionary}. */
export function dictionary<T>(): Dictionary<T> {
    return { __proto__: null } as unknown as Dictionary<T>
}

/** `text.includes(part)`, captured before any script ran. */
export const includesText = call.bind(String.prototype.includes) as (text: string, part: string) => boolean

/** `text.startsWith(part)`. */
export const startsWith = call.bind(String.prototype.startsWith) as (text: string, part: string) => boolean

/** `text.endsWith(part)`. */
export const endsWith = call.bind(String.prototype.endsWith) as (text: string, part: string) => boolean

/** `text.slice(from)`. */
export const sliceFrom = call.bind(String.prototype.slice) as (text: string, from: number) => string

export const { apply } = Reflect
export const { freeze, preventExtensions, keys, hasOwn } = Object
