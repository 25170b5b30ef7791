import type { ApiScript, ParameterMap } from './api-script'
import { isRenewal, noteRequest, sentRefreshToken } from './sent-request'

function map(entries: Record<string, string>): ParameterMap {
    return { get: (name) => entries[name] ?? null, put: () => null, remove: () => null }
}

function context(entries: Record<string, string>): ApiScript['oauthContext'] {
    return { getQueryParameter: (name) => entries[name] ?? null }
}

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

    it('is unknown if neither has it and the platform stores none for the requestor', () => {
        expect(sentRefreshToken({})).toBe('')
        expect(
            sentRefreshToken({ oauthContext: context({ oauth_requestor: 'r', oauth_provider_profile: 'p' }) })
        ).toBe('')
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
