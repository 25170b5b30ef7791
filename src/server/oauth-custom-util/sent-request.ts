import type { ApiScript, ParameterMap } from './api-script'
import { storedRefreshToken } from './stored-refresh-token'

/** Parameters of a token request that are needed to interpret the response. */
const NOTED = ['grant_type', 'refresh_token', 'oauth_requestor', 'oauth_provider_profile']

/** Keeps these parameters on the script's own instance, in case the context does not return them afterwards. */
export function noteRequest(script: ApiScript, requestParamMap: ParameterMap): void {
    const sent: Record<string, string> = {}
    for (const name of NOTED) sent[name] = String(requestParamMap.get(name) ?? '')
    script.sentParameters = sent
}

/** Whether this is a refresh (RFC 6749 §6); false if the platform does not return the grant type. */
export function isRenewal(script: ApiScript): boolean {
    return sentParameter(script, 'grant_type') === 'refresh_token'
}

/**
 * The refresh token that was sent: from the context, from the request hook, or else the one that is stored for the same
 * requestor and profile. Empty if all are unknown.
 */
export function sentRefreshToken(script: ApiScript): string {
    const sent = sentParameter(script, 'refresh_token')
    if (sent !== '') return sent
    const profile = sentParameter(script, 'oauth_provider_profile') || profileOf(script)
    return storedRefreshToken(sentParameter(script, 'oauth_requestor'), profile)
}

function sentParameter({ oauthContext, sentParameters }: ApiScript, name: string): string {
    return textOf(() => oauthContext!.getQueryParameter!(name)) || (sentParameters?.[name] ?? '')
}

function profileOf({ oauthContext }: ApiScript): string {
    return textOf(() => oauthContext!.getOAuthProfile!()!.sys_id)
}

/** What the context returns. Empty if there is none, or if it lacks the method or the value, as on other releases. */
function textOf(read: () => unknown): string {
    let text = ''
    try {
        text = String(read() ?? '')
    } catch {
        // Not available.
    }
    return text
}
