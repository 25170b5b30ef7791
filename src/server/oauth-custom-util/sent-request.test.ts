import type { ApiScript, ParameterMap } from './api-script'
import { isRenewal, noteRequest, sentRefreshToken } from './sent-request'

function map(entries: Record<string, string>): ParameterMap {
    return { get: (name) => entries[name] ?? null, put: () => null, remove: () => null }
}

function context(entries: Record<string, string>): ApiScript['oauthContext'] {
    return { getQueryParameter: (name) => entries[name] ?? null }
}

const RENEWAL = { grant_type: 'refresh_token', refresh_token: 'the one sent' }

describe('H57 what a renewal was asked with', () => {
    it('is what the context tells', () => {
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
    ])('is what was intercepted, where the context %s', (_what, oauthContext) => {
        const script: ApiScript = { ...(oauthContext && { oauthContext }) }
        noteRequest(script, map(RENEWAL))
        expect(isRenewal(script)).toBe(true)
        expect(sentRefreshToken(script)).toBe('the one sent')
    })

    it('is unknown where neither tells, and the platform keeps none for the requestor', () => {
        expect(sentRefreshToken({})).toBe('')
        expect(
            sentRefreshToken({ oauthContext: context({ oauth_requestor: 'r', oauth_provider_profile: 'p' }) })
        ).toBe('')
    })
})

describe('H59 a request is no renewal', () => {
    it.each(['authorization_code', 'client_credentials', 'password', ''])(
        'with the grant %p',
        (grant_type) => {
            const script: ApiScript = {}
            noteRequest(script, map({ ...RENEWAL, grant_type }))
            expect(isRenewal(script)).toBe(false)
        }
    )

    it('where nothing tells the grant', () => {
        expect(isRenewal({})).toBe(false)
    })
})
