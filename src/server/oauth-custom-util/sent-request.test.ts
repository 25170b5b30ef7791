import type { ApiScript, ParameterMap } from './api-script'
import { isRenewal, noteRequest, sentRefreshToken } from './sent-request'

function map(entries: Record<string, string>): ParameterMap {
    return { get: (name) => entries[name] ?? null, put: () => null, remove: () => null }
}

function context(entries: Record<string, string>): ApiScript['oauthContext'] {
    return { getQueryParameter: (name) => entries[name] ?? null }
}

/** The platform's tokens: one of a requestor and profile, and others that a search without one of the two finds. */
jest.mock('@servicenow/glide/sn_auth', () => ({
    GlideOAuthClient: class {
        getToken(requestor: string, profile: string) {
            if (!requestor || !profile) return { getRefreshToken: () => 'that of another' }
            if (requestor === 'locked') throw new Error('not allowed')
            if (requestor !== 'r') return null
            return { getRefreshToken: () => (profile === 'p' ? 'the one stored' : null) }
        }
    },
}))

const RENEWAL = { grant_type: 'refresh_token', refresh_token: 'the one sent' }

describe('H57 the refresh token that was sent', () => {
    it('is that of the context', () => {
        const script = { oauthContext: context(RENEWAL) }
        expect(isRenewal(script)).toBe(true)
        expect(sentRefreshToken(script)).toBe('the one sent')
    })

    it.each([
        ['tells nothing', context({})],
        ['lacks the method', {}],
        ['is missing, as in the oldest OAuthUtil', undefined],
        [
            'throws',
            {
                getQueryParameter() {
                    throw new Error('not allowed')
                },
            },
        ],
    ])('is the intercepted one if the context %s', (_what, oauthContext) => {
        const script: ApiScript = { ...(oauthContext && { oauthContext }) }
        noteRequest(script, map(RENEWAL))
        expect(isRenewal(script)).toBe(true)
        expect(sentRefreshToken(script)).toBe('the one sent')
    })

    const OWNER = { oauth_requestor: 'r', oauth_provider_profile: 'p' }
    const profile = (sys_id: unknown) => ({ getOAuthProfile: () => ({ sys_id }) })

    it.each<[string, ApiScript['oauthContext'], Record<string, string>]>([
        ['in the context', context(OWNER), {}],
        ['intercepted', context({}), OWNER],
        ['intercepted, without a context', undefined, OWNER],
        ['intercepted, and the profile is that of the context', profile('p'), { oauth_requestor: 'r' }],
        ['intercepted, also if the context has another profile', profile('other'), OWNER],
    ])('is the stored one if only requestor and profile are known: %s', (_what, oauthContext, sent) => {
        const script: ApiScript = { ...(oauthContext && { oauthContext }) }
        noteRequest(script, map(sent))
        expect(sentRefreshToken(script)).toBe('the one stored')
    })

    it.each<[string, ApiScript['oauthContext'], Record<string, string>]>([
        ['nothing is known', undefined, {}],
        ['the profile is unknown', undefined, { oauth_requestor: 'r' }],
        ['the context has no profile', { getOAuthProfile: () => null }, { oauth_requestor: 'r' }],
        ['the profile has no sys_id', profile(undefined), { oauth_requestor: 'r' }],
        ['the requestor is unknown', undefined, { oauth_provider_profile: 'p' }],
        ['the requestor has no token', undefined, { ...OWNER, oauth_requestor: 'other' }],
        ['the token is not a refresh token', undefined, { ...OWNER, oauth_provider_profile: 'other' }],
        ['the platform does not return it', undefined, { ...OWNER, oauth_requestor: 'locked' }],
    ])('is unknown if %s', (_what, oauthContext, sent) => {
        const script: ApiScript = { ...(oauthContext && { oauthContext }) }
        expect(sentRefreshToken(script)).toBe('')
        noteRequest(script, map(sent))
        expect(sentRefreshToken(script)).toBe('')
    })
})

describe('H59 a request is not a refresh', () => {
    it.each(['authorization_code', 'client_credentials', 'password', ''])(
        'with the grant %p',
        (grant_type) => {
            const script: ApiScript = {}
            noteRequest(script, map({ ...RENEWAL, grant_type }))
            expect(isRenewal(script)).toBe(false)
        }
    )

    it('if the grant type is unknown', () => {
        expect(isRenewal({})).toBe(false)
    })
})
