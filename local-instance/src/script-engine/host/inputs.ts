import type { Row } from '../../core/store/types'
import { BridgeError } from './bridge-error'

/** Unvalidated input from the bridge. */
export type Input = Record<string, unknown>

/** @throws BridgeError `bad_request` if the member is not a string. */
export function textOf(input: Input, name: string): string {
    const value = input[name]
    if (typeof value !== 'string') throw new BridgeError('bad_request', `${name} must be a string`)
    return value
}

/** Undefined if the member is missing. */
export function optionalText(input: Input, name: string): string | undefined {
    const value = input[name]
    return value === undefined || value === null ? undefined : textOf(input, name)
}

/** A whole number of at least 0; undefined if the member is missing. */
export function optionalCount(input: Input, name: string): number | undefined {
    const value = input[name]
    if (value === undefined || value === null) return undefined
    if (!Number.isSafeInteger(value) || (value as number) < 0) {
        throw new BridgeError('bad_request', `${name} must be a whole number`)
    }
    return value as number
}

/** Column values; anything other than strings and nulls is rejected. */
export function rowOf(input: Input, name: string): Row {
    const value = input[name]
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new BridgeError('bad_request', `${name} must be an object`)
    }
    const entries = Object.entries(value)
    for (const [, cell] of entries) {
        if (cell !== null && typeof cell !== 'string') {
            throw new BridgeError('bad_request', `${name} can contain only strings and nulls`)
        }
    }
    return Object.fromEntries(entries) as Row
}

/** A list of texts. */
export function textsOf(input: Input, name: string): string[] {
    const value = input[name]
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
        throw new BridgeError('bad_request', `${name} must be a list of strings`)
    }
    return value
}

/** Header names and values. */
export function headersOf(input: Input, name: string): Record<string, string> {
    return rowOf(input, name) as Record<string, string>
}

/** A scope's name. */
export function scopeOf(input: Input, name: string): string {
    const value = textOf(input, name)
    if (!/^\w{1,40}$/.test(value)) throw new BridgeError('bad_request', `${name} must be a scope name`)
    return value
}
