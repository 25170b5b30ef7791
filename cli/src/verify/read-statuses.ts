import { type Buffer } from 'node:buffer'
import type { IncomingMessage } from 'node:http'

/** More than a list of a few statuses takes, in bytes. */
const MOST_BYTES = 200

/** The statuses that a page tells of; null for anything else. */
export async function readStatuses(request: IncomingMessage): Promise<number[] | null> {
    try {
        let text = ''
        for await (const chunk of request) {
            text += (chunk as Buffer).toString('latin1')
            if (text.length > MOST_BYTES) return null
        }
        const value: unknown = JSON.parse(text)
        const isList = Array.isArray(value) && value.every((one) => Number.isInteger(one))
        return isList ? (value as number[]) : null
    } catch {
        return null
    }
}
