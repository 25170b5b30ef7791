import { logError, logWarning } from '../shared/best-effort'
import { answerMembers } from './answer-members'
import type { ApiScript, ParameterMap, TokenResponse } from './api-script'
import { platformExtends } from './platform-switch'
import { isRenewal, noteRequest, sentRefreshToken } from './sent-request'

/** Hook before a token request; changes nothing and never throws. */
export function preprocessAccessToken(script: ApiScript, requestParamMap: ParameterMap): void {
    attempt('inspect a token request', () => noteRequest(script, requestParamMap))
}

/**
 * Hook after a token answer: takes its members over as the platform's OAuthUtil does, but for a refresh token that a
 * renewal merely echoes, whose stored end would move though its true one did not (KB2132135). Never throws.
 */
export function postprocessAccessToken(script: ApiScript, accessTokenResponse: TokenResponse): void {
    attempt('process a token response', () => {
        const contentType = String(accessTokenResponse.getContentType() ?? '')
        // What the parent does not take over, this one does not either.
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

/** Without the last question a registration that relies on the platform's own switch would be worked against. */
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

/** What is thrown may hold a token, so that only what was tried goes to the log. */
function attempt(what: string, run: () => void): void {
    try {
        run()
    } catch {
        logError(`OAuthCustomUtil could not ${what}`)
    }
}
