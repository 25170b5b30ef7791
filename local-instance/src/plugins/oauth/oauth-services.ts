import type { Host } from '../../core/plugin'
import { createClients, type Clients } from './clients'
import { createCodes, type Codes } from './codes'
import { createSwitches, type ReadSwitch } from './switches'
import { createTokens, type Tokens } from './tokens'

/** What the endpoints share. */
export interface OAuthServices {
    host: Host
    clients: Clients
    tokens: Tokens
    codes: Codes
    isOn: ReadSwitch
}

export function createOAuthServices(host: Host): OAuthServices {
    const { store, clock } = host
    return {
        host,
        clients: createClients(store),
        tokens: createTokens(store, clock),
        codes: createCodes(store, clock),
        isOn: createSwitches(store),
    }
}
