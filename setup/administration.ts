import type { InstanceClient } from './instance-client'
import { SetupError } from './setup-error'
import { readResult } from './table-client'

/** Resource of the app that tells and sets which instance it runs on; for the role x_opfi_openfin.admin. */
const PATH = '/api/x_opfi_openfin/v1/administration/instance'

/** The instance that the app notes. */
export interface CloneNote {
    /** `instance_id` that the app noted; null before its first run. */
    noted: string | null
    /** `instance_id` of this instance; null if it has none, and nothing is compared then. */
    instance: string | null
    /** Whether that is another instance than this one. */
    cloned: boolean
}

/**
 * Which instance the app notes.
 *
 * @returns null if this version of the app has no such resource
 * @throws SetupError
 */
export async function readCloneNote(client: InstanceClient): Promise<CloneNote | null> {
    return call(client, 'GET')
}

/**
 * Notes the present instance: it has connections of its own. All tokens are looked at again.
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
