import type { InstanceClient } from './instance-client'
import { SetupError } from './setup-error'
import { readResult } from './table-client'

/**
 * Resource of the app that reads and sets the instance that it runs on; for the role x_opfi_openfin.admin.
 */
const PATH = '/api/x_opfi_openfin/v1/administration/instance'

/** The instance recorded by the app. */
export interface CloneNote {
    /** `instance_id` recorded by the app; null before its first run. */
    noted: string | null
    /** `instance_id` of this instance; null if it has none, in which case nothing is compared. */
    instance: string | null
    /** Whether the recorded instance is not this one. */
    cloned: boolean
}

/**
 * Reads the instance recorded by the app.
 *
 * @returns null if this version of the app has no such resource
 * @throws SetupError
 */
export async function readCloneNote(client: InstanceClient): Promise<CloneNote | null> {
    return call(client, 'GET')
}

/**
 * Adopts the current instance, with its own connections. All tokens are checked again.
 *
 * @returns null if this version of the app has no such resource
 * @throws SetupError
 */
export async function adoptInstance(client: InstanceClient): Promise<CloneNote | null> {
    return call(client, 'POST')
}

async function call(client: InstanceClient, method: 'GET' | 'POST'): Promise<CloneNote | null> {
    try {
        const answer = await client.send({
            method,
            path: PATH,
            headers: { 'Content-Type': 'application/json' },
            ...(method === 'POST' && { body: '{}' }),
        })
        const result = readResult(client.url, `${method} ${PATH}`, answer)
        const { noted, instance, cloned } = Object(result) as Record<string, unknown>
        const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
        return { noted: text(noted), instance: text(instance), cloned: cloned === true }
    } catch (error) {
        // 400 "Requested URI does not represent any resource", or 404 on some releases.
        if (error instanceof SetupError && (error.status === 400 || error.status === 404)) return null
        throw error
    }
}
