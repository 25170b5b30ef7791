import type { Host } from '../../core/plugin'
import { createClients, type Clients } from './clients'
import { createCodes, type Codes } from './codes'
import { createTokens, type Tokens } from './tokens'

/** What the endpoints share. */
export interface OAuthServices {
    host: Host
    clients: Clients
    tokens: Tokens
    codes: Codes
    /** False switches all of it off (`com.snc.platform.security.oauth.is.active`). */
    isActive(): boolean
}

export function createOAuthServices(host: Host): OAuthServices {
    const { store, clock } = host
    return {
        host,
        clients: createClients(store),
        tokens: createTokens(store, clock),
        codes: createCodes(store, clock),
        isActive: () => store.property('com.snc.platform.security.oauth.is.active') !== 'false',
    }
}
