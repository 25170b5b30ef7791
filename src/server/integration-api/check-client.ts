import { GlideRecord } from '@servicenow/glide'

/** A registered client that may use the open routes. */
export interface Client {
    /** sys_id of its oauth_entity. */
    sysId: string
    clientId: string
}

/**
 * Finds the client in the application registry: active, public and inbound (`type` is `client`). Always one statement,
 * so that unknown, inactive and confidential clients cannot be distinguished.
 *
 * @returns null if there is no such client
 */
export function findClient(clientId: string): Client | null {
    const entity = new GlideRecord('oauth_entity')
    entity.addQuery('client_id', clientId)
    entity.addQuery('type', 'client')
    entity.addQuery('active', true)
    entity.addQuery('public_client', true)
    entity.setLimit(1)
    entity.query()
    // Client ids are case-sensitive; some databases compare without case.
    if (!entity.next() || entity.getValue('client_id') !== clientId) return null
    return { sysId: entity.getUniqueValue(), clientId }
}
