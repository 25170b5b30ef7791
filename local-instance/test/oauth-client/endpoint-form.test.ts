import type { InstanceWithHost } from '../../src/create-local-instance'
import type { Row } from '../../src/core/store/types'
import { endpointForm } from '../../src/plugins/oauth-client/endpoint-form'
import { addProvider, startInstance } from './provider-instance'

describe('the form for an endpoint of a provider', () => {
    let instance: InstanceWithHost

    beforeAll(async () => {
        instance = await startInstance()
    })
    afterAll(() => instance.close())

    const form = (values: Row, more: Partial<Parameters<typeof endpointForm>[2]> = {}) =>
        endpointForm(instance.host.store, addProvider(instance, values), {
            endpoint: 'token',
            parameters: { grant_type: 'client_credentials', client_id: 'us' },
            query: {},
            headers: {},
            ...more,
        })
    const fieldsOf = (body: string | null | undefined) => Object.fromEntries(new URLSearchParams(body ?? ''))

    it('has the secret in the body by default', () => {
        const request = form({ client_secret: 'se cret&=' })
        expect(fieldsOf(request?.body)).toEqual({
            grant_type: 'client_credentials',
            client_id: 'us',
            client_secret: 'se cret&=',
        })
        expect(request?.headers).not.toHaveProperty('Authorization')
    })

    it('has id and secret only in the header, form-encoded, if registered so', () => {
        const request = form({
            client_id: 'u:s',
            client_secret: 'se cret',
            send_client_credentials_as: 'basic_authorization_header',
        })
        const [, encoded = ''] = request?.headers['Authorization']?.split(' ') ?? []
        expect(Buffer.from(encoded, 'base64').toString()).toBe('u%3As:se+cret')
        expect(fieldsOf(request?.body)).toEqual({ grant_type: 'client_credentials' })
    })

    it('of a public client has its id and no secret', () => {
        expect(fieldsOf(form({})?.body)).toEqual({ grant_type: 'client_credentials', client_id: 'us' })
    })

    it('keeps a secret that an OAuth API Script has set', () => {
        const parameters = { client_id: 'us', client_secret: 'an assertion' }
        expect(fieldsOf(form({ client_secret: 'stored' }, { parameters })?.body)['client_secret']).toBe(
            'an assertion'
        )
    })

    it.each([
        ['token', {}, 'https://provider.example/token'],
        ['refresh', {}, 'https://provider.example/token'],
        [
            'refresh',
            { refresh_token_url: 'https://provider.example/renew' },
            'https://provider.example/renew',
        ],
        [
            'revoke',
            { revoke_token_url: 'https://provider.example/end?a=b' },
            'https://provider.example/end?a=b',
        ],
    ] as const)('for %s of %j is sent to %s', (endpoint, values, url) => {
        expect(form(values, { endpoint })?.url).toBe(url)
    })

    it('is not sent if no URL is registered', () => {
        expect(form({}, { endpoint: 'revoke' })).toBeNull()
        expect(form({ token_url: '' })).toBeNull()
    })

    it('follows no redirect and times out after 30 s', () => {
        expect(form({})).toMatchObject({ followRedirects: false, timeoutMs: 30_000, method: 'POST' })
    })
})
