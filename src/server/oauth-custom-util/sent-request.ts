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

function sentParameter(script: ApiScript, name: string): string {
    return contextParameter(script, name) || (script.sentParameters?.[name] ?? '')
}

function contextParameter({ oauthContext }: ApiScript, name: string): string {
    try {
        return String(oauthContext?.getQueryParameter?.(name) ?? '')
    } catch {
        // On other releases the context may lack the method or the parameter.
        return ''
    }
}

function profileOf({ oauthContext }: ApiScript): string {
    try {
        return String(oauthContext?.getOAuthProfile?.()?.sys_id ?? '')
    } catch {
        return ''
    }
}
