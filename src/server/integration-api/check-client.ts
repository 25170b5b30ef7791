import { GlideRecord } from '@servicenow/glide'

/** A registered client that may use the open routes. */
export interface Client {
    /** sys_id of its oauth_entity. */
    sysId: string
    clientId: string
}

/**
 * Finds the client in the application registry: active, public and inbound (`type` is `client`). One statement,
 * whatever the answer, so that an unknown, an inactive and a confidential client cannot be told apart.
 *
 * @returns null where the client may not come in
 */
export function findClient(clientId: string): Client | null {
    const entity = new GlideRecord('oauth_entity')
    entity.addQuery('client_id', clientId)
    entity.addQuery('type', 'client')
    entity.addQuery('active', true)
    entity.addQuery('public_client', true)
    entity.setLimit(1)
    entity.query()
    // Some databases compare without case, a client id does not.
    if (!entity.next() || entity.getValue('client_id') !== clientId) return null
    return { sysId: entity.getUniqueValue(), clientId }
}
