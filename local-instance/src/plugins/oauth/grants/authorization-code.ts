import type { Row } from '../../../core/store/types'
import { challengeOf, isVerifier } from '../pkce'
import { registeredRedirectUris, resolveRedirectUri } from '../redirect-uris'
import { refuse, refuseChallenge } from '../token-refusal'
import { grantTokens, usableUser, type Grant, type GrantRequest } from './grant'

/**
 * RFC 6749 §4.1.3 with RFC 7636 §4.6. A code is single-use and bound to its client, redirect URI and
 * challenge.
 */
export const authorizationCode: Grant = (request) => {
    const { services, client, parameter } = request
    const code = services.codes.find(parameter('code'), client) ?? refuseCode(request)
    if (!isSameRedirect(code['redirect_uri'] ?? '', request)) {
        return refuse('redirect_uri does not match the authorization request')
    }
    checkChallenge(code, request)
    const user = usableUser(services, code['user'] ?? '')['sys_id'] ?? ''
    const tokens = grantTokens(request, { user, grantType: 'authorization_code', withRefresh: true })
    services.codes.spend(code, tokens, services.isOn('codeReuseRevokes'))
    return tokens
}

/**
 * A code that is presented twice may have been stolen: if a switch is on, the tokens issued for it are
 * revoked.
 */
function refuseCode({ services: { codes, tokens, isOn }, client, parameter }: GrantRequest): never {
    const used = isOn('codeReuseRevokes') ? codes.exchanged(parameter('code'), client) : undefined
    if (used)
        refuse('authorization code reused; the tokens issued from it are revoked', () =>
            tokens.revokeIssued(used)
        )
    return refuse('authorization code is unknown, expired, already used or issued to another client')
}

/**
 * A redirect URI in the authorization request must be repeated; without one, none or a registered one is
 * accepted (RFC 6749 §4.1.3).
 */
function isSameRedirect(asked: string, { services, client, parameter }: GrantRequest): boolean {
    const url = services.host.url()
    const given = resolveRedirectUri(parameter('redirect_uri'), url)
    if (asked !== '') return given === asked
    return given === '' || registeredRedirectUris(client, url).includes(given)
}

function checkChallenge(code: Row, { client, parameter }: GrantRequest): void {
    const expected = code['code_challenge'] ?? ''
    const verifier = parameter('code_verifier')
    if (expected === '') {
        // Accepting a verifier without a challenge would allow a PKCE downgrade (RFC 9700 §4.8.2).
        if (verifier !== '' || client.requiresPkce)
            refuse('authorization code was issued without a code challenge')
        return
    }
    if (!isVerifier(verifier)) return refuse('code_verifier is missing or malformed')
    const actual = challengeOf(verifier)
    if (actual !== expected) refuseChallenge(expected, actual)
}
