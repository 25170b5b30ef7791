import type { ApiScript, ParameterMap } from './api-script'
import { storedRefreshToken } from './stored-refresh-token'

/** What of a token request the answer is compared with. */
const NOTED = ['grant_type', 'refresh_token', 'oauth_requestor', 'oauth_provider_profile']

/** Remembers what is sent, on the script's own instance, for the case that its context does not tell it afterwards. */
export function noteRequest(script: ApiScript, requestParamMap: ParameterMap): void {
    const sent: Record<string, string> = {}
    for (const name of NOTED) sent[name] = String(requestParamMap.get(name) ?? '')
    script.sentParameters = sent
}

/** True for a renewal (RFC 6749 §6); where the platform does not tell the grant it counts as none. */
export function isRenewal(script: ApiScript): boolean {
    return sentParameter(script, 'grant_type') === 'refresh_token'
}

/**
 * The refresh token that a renewal was asked with: as the context tells it, as it was seen on its way out, or else the
 * one that is stored for the same requestor and profile. Empty where none of these is known.
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
        // A context of another release need not have the method or the parameter.
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
