import { logError, logWarning } from '../shared/best-effort'
import { answerMembers } from './answer-members'
import type { ApiScript, ParameterMap, TokenResponse } from './api-script'
import { platformExtends } from './platform-switch'
import { isRenewal, noteRequest, sentRefreshToken } from './sent-request'

/** Hook before a token request. Changes nothing and never throws. */
export function preprocessAccessToken(script: ApiScript, requestParamMap: ParameterMap): void {
    attempt('inspect a token request', () => noteRequest(script, requestParamMap))
}

/**
 * Hook after a token response: processes its members as the platform's OAuthUtil does, except a refresh token that a
 * refresh merely echoes, whose stored expiry would move although the real one does not (KB2132135). Never throws.
 */
export function postprocessAccessToken(script: ApiScript, accessTokenResponse: TokenResponse): void {
    attempt('process a token response', () => {
        const contentType = String(accessTokenResponse.getContentType() ?? '')
        // The parent class ignores other content types as well.
        if (contentType.indexOf('application/json') === -1) return
        const members = answerMembers(String(accessTokenResponse.getBody() ?? ''))
        if (!members)
            return logWarning(
                'OAuthCustomUtil: the response of the provider is not valid JSON, contrary to its content type'
            )
        const parameters = accessTokenResponse.getparameters()
        for (const { name, text } of members) {
            if (name === 'refresh_token' && isEcho(script, text)) parameters.remove(name)
            else parameters.put(name, text)
        }
    })
}

/** With the platform's own setting on, an administrator wants the expiry to be extended, so an echo is kept. */
function isEcho(script: ApiScript, refreshToken: string): boolean {
    return isRenewal(script) && sentRefreshToken(script) === refreshToken && !extended(script)
}

function extended(script: ApiScript): boolean {
    try {
        return platformExtends(script)
    } catch {
        logWarning('OAuthCustomUtil: the registration could not be read; an echoed refresh token is ignored')
        return false
    }
}

/** Logs only what was attempted, since the exception may contain a token. */
function attempt(what: string, run: () => void): void {
    try {
        run()
    } catch {
        logError(`OAuthCustomUtil could not ${what}`)
    }
}
