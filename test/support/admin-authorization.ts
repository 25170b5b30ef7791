import type { LocalInstance } from 'openfin-servicenow-local-instance'
import { bearerOf } from '../../examples/sign-in-flow/bearer-of'

/** Basic authentication of `admin`. */
export const ADMIN_AUTHORIZATION = `Basic ${Buffer.from('admin:admin').toString('base64')}`

/** The token lifespan of the SDK's client minus a minute, in ms. */
const LIFE_MS = 1_740_000

/**
 * How `admin` authenticates: Basic, or a Bearer token if the instance restricts Basic. The token is replaced
 * before it expires by the instance's clock.
 */
export function adminAuthorization(instance: LocalInstance, isRestricted: boolean): () => Promise<string> {
    let bearer = ''
    let issued = Infinity
    return async () => {
        if (!isRestricted) return ADMIN_AUTHORIZATION
        const age = instance.clock.now() - issued
        if (!(age >= 0 && age < LIFE_MS)) {
            issued = instance.clock.now()
            bearer = await bearerOf({ instanceUrl: instance.url, userName: 'admin', password: 'admin' })
        }
        return bearer
    }
}
