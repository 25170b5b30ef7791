import { planRegistration, redirectUrls } from './registration'

const instanceUrl = 'https://example.service-now.com'
const own = `${instanceUrl}/oauth_redirect.do`
const packaged = { sys_id: 'r', active: 'true', public_client: 'true', use_pkce: 'true', redirect_url: '' }

describe('the redirect URLs', () => {
    it('begin with the instance’s own', () => {
        expect(redirectUrls('', { instanceUrl, callbackUrls: ['https://a.example/cb'] })).toEqual([
            own,
            'https://a.example/cb',
        ])
    })

    it('keep the registered ones if no callback pages are given', () => {
        const current = `https://a.example/cb , ${own},, https://b.example/cb`
        expect(redirectUrls(current, { instanceUrl, callbackUrls: undefined })).toEqual([
            own,
            'https://a.example/cb',
            'https://b.example/cb',
        ])
    })

    it('are otherwise exactly the given ones', () => {
        expect(redirectUrls('https://old.example/cb', { instanceUrl, callbackUrls: [] })).toEqual([own])
        expect(redirectUrls('', { instanceUrl, callbackUrls: [own] })).toEqual([own])
    })
})

describe('the registration', () => {
    it('gets its redirect URL, and nothing else', () => {
        expect(planRegistration(packaged, { instanceUrl, callbackUrls: undefined })).toEqual({
            redirect_url: own,
        })
    })

    it('is unchanged if up to date', () => {
        const row = { ...packaged, redirect_url: `${own},https://a.example/cb` }
        expect(planRegistration(row, { instanceUrl, callbackUrls: ['https://a.example/cb'] })).toEqual({})
    })

    it('is made usable and secure again, regardless of its lifespans', () => {
        const row = {
            ...packaged,
            active: 'false',
            use_pkce: 'false',
            access_token_lifespan: '60',
            redirect_url: own,
        }
        expect(planRegistration(row, { instanceUrl, callbackUrls: undefined })).toEqual({
            active: true,
            use_pkce: true,
        })
    })
})
