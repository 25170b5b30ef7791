import type { Host } from '../../core/plugin'
import { createAccessJwts, type AccessJwts } from './access-jwt'
import { createClients, type Clients } from './clients'
import { createCodes, type Codes } from './codes'
import { createSwitches, type ReadSwitch } from './switches'
import { createTokens, type Tokens } from './tokens'

/** Services that the endpoints share. */
export interface OAuthServices {
    host: Host
    clients: Clients
    jwts: AccessJwts
    tokens: Tokens
    codes: Codes
    isOn: ReadSwitch
}

export function createOAuthServices(host: Host): OAuthServices {
    const { store, clock } = host
    const jwts = createAccessJwts(host)
    return {
        host,
        clients: createClients(store),
        jwts,
        tokens: createTokens(store, clock, jwts),
        codes: createCodes(store, clock),
        isOn: createSwitches(store),
    }
}
