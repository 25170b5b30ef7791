import type { FastifyRequest } from 'fastify'
import { rawBody } from '../../core/http/server'
import { ControlRefusal } from './refusal'

/** The members of a control call's JSON body. */
export type Input = Readonly<Record<string, unknown>>

/**
 * Parses the body of a control call: a JSON object with known members only; a missing body is an empty
 * object.
 *
 * @throws ControlRefusal 400
 */
export function readInput(request: FastifyRequest, known: readonly string[]): Input {
    const text = rawBody(request).toString('utf8')
    let input: unknown = {}
    try {
        if (text.trim() !== '') input = JSON.parse(text)
    } catch {
        throw new ControlRefusal(400, 'The body is not valid JSON')
    }
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
        throw new ControlRefusal(400, 'The body must be a JSON object')
    }
    const unknown = Object.keys(input).find((name) => !known.includes(name))
    if (unknown !== undefined)
        throw new ControlRefusal(400, `Unknown member ${JSON.stringify(unknown.slice(0, 40))}`)
    return input as Input
}

/** @throws ControlRefusal 400 if the member is not a string or is empty */
export function text(input: Input, name: string): string {
    const value = input[name]
    if (typeof value !== 'string' || value === '')
        throw new ControlRefusal(400, `${name} must be a non-empty string`)
    return value
}

/** @throws ControlRefusal 400 if the member is present and is not a whole number within the bounds */
export function whole(
    input: Input,
    name: string,
    { min, max, otherwise }: { min: number; max: number; otherwise?: number }
): number {
    const value = input[name] ?? otherwise
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
        throw new ControlRefusal(400, `${name} must be a whole number from ${min} to ${max}`)
    }
    return value
}

/** @throws ControlRefusal 400 if the member is present and is not a boolean */
export function flag(input: Input, name: string): boolean {
    const value = input[name] ?? false
    if (typeof value !== 'boolean') throw new ControlRefusal(400, `${name} must be true or false`)
    return value
}
