import { caller, getTokens, token } from './flow'
import { addClient, startInstance, type TestInstance } from './instance'

let instance: TestInstance
let clientId: string
beforeAll(async () => {
    instance = await startInstance()
})
beforeEach(() => {
    ;({ clientId } = addClient(instance))
})
afterAll(() => instance.close())

const works = async (accessToken: string) =>
    (await caller(instance, { authorization: `Bearer ${accessToken}` })).status === 200
const renews = async (refresh_token = '') =>
    (await token(instance, { grant_type: 'refresh_token', client_id: clientId, refresh_token })).status ===
    200

/** Revokes by a form, or by the URL as documented. */
async function revoke(text: string, way: 'form' | 'address'): Promise<[number, string]> {
    const query = new URLSearchParams({ token: text, client_id: clientId, token_type_hint: 'access_token' })
    const response =
        way === 'address'
            ? await fetch(`${instance.url}/oauth_revoke_token.do?${query}`)
            : await fetch(`${instance.url}/oauth_revoke_token.do`, { method: 'POST', body: query })
    return [response.status, await response.text()]
}

it.each(['form', 'address'] as const)(
    'revokes an access token by the %s, and keeps the refresh token',
    async (way) => {
        const tokens = await getTokens(instance, clientId)
        expect(await revoke(tokens.access_token, way)).toEqual([200, ''])
        expect(await works(tokens.access_token)).toBe(false)
        expect(await renews(tokens.refresh_token)).toBe(true)
    }
)

it.each(['form', 'address'] as const)(
    'revokes a refresh token by the %s, and keeps the access token',
    async (way) => {
        const tokens = await getTokens(instance, clientId)
        expect(await revoke(tokens.refresh_token ?? '', way)).toEqual([200, ''])
        expect(await renews(tokens.refresh_token)).toBe(false)
        expect(await works(tokens.access_token)).toBe(true)
    }
)

it('marks the record as expired now and keeps it', async () => {
    const { access_token } = await getTokens(instance, clientId)
    instance.clock.advance(100_000)
    await revoke(access_token, 'form')
    const row = instance.host.store.first('oauth_credential', `client_id=${clientId}^type=access_token`)
    expect(Date.parse(`${row?.['expires']?.replace(' ', 'T')}Z`)).toBe(instance.clock.now())
})

it('issues new tokens at the next sign-in', async () => {
    const first = await getTokens(instance, clientId)
    await revoke(first.access_token, 'form')
    await revoke(first.refresh_token ?? '', 'form')
    const second = await getTokens(instance, clientId)
    expect(second.access_token).not.toBe(first.access_token)
    expect(second.refresh_token).not.toBe(first.refresh_token)
})

it('gives an unknown, an expired, a repeated and a missing token the same response', async () => {
    const { access_token } = await getTokens(instance, clientId)
    const answers = [await revoke('unknown', 'form'), await revoke('', 'form'), await revoke('', 'address')]
    const form = `token=${access_token}&token=x`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const twice = await fetch(`${instance.url}/oauth_revoke_token.do`, {
        method: 'POST',
        body: form,
        headers,
    })
    answers.push([twice.status, await twice.text()])
    expect(await works(access_token)).toBe(true)
    instance.clock.advance(1_800_000)
    answers.push(await revoke(access_token, 'form'))
    expect(answers).toEqual(Array(5).fill([200, '']))
})

it('does not affect the tokens of others', async () => {
    const abel = await getTokens(instance, clientId)
    const beth = await getTokens(instance, clientId, { userName: 'beth.anglin' })
    await revoke(abel.refresh_token ?? '', 'form')
    expect(await renews(beth.refresh_token)).toBe(true)
})
