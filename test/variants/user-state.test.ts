import { createServiceNowAuth } from '../../client/src/node'
import { answerSignIn } from '../../client/test/node/answer-sign-in'
import { codeOf, REDIRECT_URI } from '../../client/test/node/signed-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { setProperty } from './settings'

const INCIDENTS = '/api/now/table/incident?sysparm_limit=1'
const RESET = 'glide.authenticate.api.user.reset_password.mandatory'

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
    const { records } = instance
    records.updateMultiple('oauth_entity', `client_id=${OPENFIN_CLIENT_ID}`, {
        redirect_url: `${instance.url}/oauth_redirect.do,${REDIRECT_URI}`,
    })
    records.snapshot()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const change = (values: Record<string, string>) =>
    instance.records.updateMultiple('sys_user', 'user_name=beth.anglin', values)
const requestsTo = (path: string) =>
    (instance.stats.all() as Record<string, { transactions: number } | undefined>)[path]?.transactions ?? 0

const STATES = [
    ['locked out', { locked_out: '1' }, { locked_out: '0' }],
    ['inactive', { active: '0' }, { active: '1' }],
    ['marked for a password reset', { password_needs_reset: '1' }, { password_needs_reset: '0' }],
] as const

describe.each(STATES)('a user who was %s after the sign-in', (_what, lost, regained) => {
    it('calls nothing and renews nothing, and the log has the reason', async () => {
        const { access_token, refresh_token = '' } = await instance.tokensOf('beth.anglin')
        change(lost)
        expect((await instance.client.call(access_token, 'GET', INCIDENTS)).status).toBe(401)
        expect((await instance.client.userInfo(access_token)).status).toBe(401)
        const renewed = await instance.client.renew(refresh_token)
        expect([renewed.status, renewed.body]).toMatchObject([400, { error: { code: 'invalid_grant' } }])
        const lines = instance.log.entries().map(({ message }) => message)
        expect(lines.join('\n')).toMatch(/Token request from client "OpenFin" rejected: the user /)
        // What the app keeps of a user is on the instance alone, so nothing is to be mended.
        change(regained)
        expect((await instance.client.renew(refresh_token)).status).toBe(200)
    })

    it("loses the client's session after one attempt to renew, and the client asks no more", async () => {
        const { auth, key } = await signedIn()
        expect((await auth.fetch(key, INCIDENTS)).status).toBe(200)
        const before = requestsTo('POST /oauth_token.do')
        change(lost)
        for (let n = 0; n < 3; n++) expect(await codeOf(auth.fetch(key, INCIDENTS))).toBe('session_expired')
        expect(requestsTo('POST /oauth_token.do') - before).toBe(1)
    })
})

/** A client of a server with a session of `beth.anglin`. */
async function signedIn() {
    const now = () => instance.clock.now()
    const options = { instanceUrl: instance.url, clientId: OPENFIN_CLIENT_ID, redirectUri: REDIRECT_URI, now }
    const auth = createServiceNowAuth(options)
    const signIn = async () =>
        (
            await auth.handleCallback(
                await answerSignIn(await auth.authorizationUrl(), { userName: 'beth.anglin' })
            )
        ).key
    return { auth, signIn, key: await signIn() }
}

describe('F-HARD-20 an instance on which the tokens of such a user end for good, or with the password', () => {
    const endTokens = () => {
        const { records } = instance
        const beth = records.first('sys_user', 'user_name=beth.anglin')?.['sys_id'] ?? ''
        records.deleteMultiple('oauth_credential', `user=${beth}`)
    }

    it('refuses them through the app by invalid_grant also once the user is back, and a new sign-in gets others', async () => {
        const { access_token, refresh_token = '' } = await instance.tokensOf('beth.anglin')
        endTokens()
        expect((await instance.client.userInfo(access_token)).status).toBe(401)
        const renewed = await instance.client.renew(refresh_token)
        expect([renewed.status, renewed.body]).toMatchObject([400, { error: { code: 'invalid_grant' } }])
        // What is no longer there is revoked all the same.
        expect((await instance.client.revoke(refresh_token, 'refresh_token')).status).toBe(200)
        const again = await instance.tokensOf('beth.anglin')
        expect((await instance.client.userInfo(again.access_token)).status).toBe(200)
    })

    it("ends the client's session after one attempt to renew, and a new sign-in starts another", async () => {
        const { auth, signIn, key } = await signedIn()
        const before = requestsTo('POST /oauth_token.do')
        endTokens()
        for (let n = 0; n < 3; n++) expect(await codeOf(auth.fetch(key, INCIDENTS))).toBe('session_expired')
        expect(requestsTo('POST /oauth_token.do') - before).toBe(1)
        expect((await auth.fetch(await signIn(), INCIDENTS)).status).toBe(200)
    })
})

it('F-HARD-19 an instance that refuses such a user by 403 costs no renewal, and the session stays', async () => {
    const { auth, key } = await signedIn()
    const before = requestsTo('POST /oauth_token.do')
    await instance.admin('POST', '/local/faults', { path: INCIDENTS.split('?', 1)[0], status: 403, times: 2 })
    for (let n = 0; n < 2; n++) expect((await auth.fetch(key, INCIDENTS)).status).toBe(403)
    expect(requestsTo('POST /oauth_token.do') - before).toBe(0)
    expect((await auth.fetch(key, INCIDENTS)).status).toBe(200)
})

it('F-HARD-19 a token endpoint that refuses such a user by 403 without a reason ends no session, in the app or the client', async () => {
    const { refresh_token = '' } = await instance.tokensOf('beth.anglin')
    const refuse = () =>
        instance.admin('POST', '/local/faults', { path: '/oauth_token.do', status: 403, times: 1 })
    await refuse()
    const { status, body } = await instance.client.renew(refresh_token)
    expect([status, body]).toMatchObject([502, { error: { code: 'temporarily_unavailable' } }])
    const { auth, key } = await signedIn()
    instance.clock.advance(7_300_000)
    await refuse()
    expect(await codeOf(auth.fetch(key, INCIDENTS))).toBe('http 403')
    expect((await auth.fetch(key, INCIDENTS)).status).toBe(200)
    expect((await instance.client.renew(refresh_token)).status).toBe(200)
})

it('while a password reset is not mandatory, its user goes on with the access token and renews nothing', async () => {
    const { access_token, refresh_token = '' } = await instance.tokensOf('beth.anglin')
    setProperty(instance, RESET, 'false')
    change({ password_needs_reset: '1' })
    expect((await instance.client.call(access_token, 'GET', INCIDENTS)).status).toBe(200)
    expect((await instance.client.renew(refresh_token)).status).toBe(400)
})

it('an instance that renews and yet refuses every call costs one renewal a call, and the session stays', async () => {
    const { auth, key } = await signedIn()
    const path = INCIDENTS.split('?', 1)[0]
    await instance.admin('POST', '/local/faults', { path, status: 401, times: 4 })
    const before = requestsTo('POST /oauth_token.do')
    for (let n = 1; n <= 2; n++) {
        expect((await auth.fetch(key, INCIDENTS)).status).toBe(401)
        expect(requestsTo('POST /oauth_token.do') - before).toBe(n)
    }
    expect((await auth.fetch(key, INCIDENTS)).status).toBe(200)
})
