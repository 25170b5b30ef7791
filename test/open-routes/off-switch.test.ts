import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import {
    ADMIN_AUTHORIZATION,
    ORIGIN,
    startDeployed,
    type DeployedInstance,
} from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { CALLS, makeCalls } from './open-calls'
import { postForm } from './raw-client'

const PREFIX = 'x_opfi_openfin.integration.'
const RELEASES = ['zurich', 'brazil'] as const
const FORM_TYPE = 'application/x-www-form-urlencoded'

/** Message with the reason, the setting and the remaining way to sign in. */
const WHAT_TO_DO = {
    error: {
        message: 'OpenFin Integration is disabled on this instance.',
        detail: expect.stringMatching(
            /token endpoint .* directly where glide\.oauth\.cors\.allowed\.origin .* x_opfi_openfin\.integration\.enabled to true/
        ),
        code: 'temporarily_unavailable',
    },
    status: 'failure',
}
const PLATFORM_REFUSAL = { error: { message: 'User Not Authorized' }, status: 'failure' }

describe.each(RELEASES)('H29 on %s', (release) => {
    let instance: DeployedInstance

    beforeAll(async () => {
        instance = await startDeployed({ release })
    })
    afterAll(() => instance.close())
    afterEach(async () => {
        await setProperty(instance, `${PREFIX}enabled`, 'true')
        await setProperty(instance, `${PREFIX}lockdown`, 'false')
    })

    const direct = async (path: string, form: Record<string, string>) => {
        const response = await fetch(instance.url + path, {
            method: 'POST',
            headers: { 'content-type': FORM_TYPE, origin: ORIGIN },
            body: new URLSearchParams(form).toString(),
        })
        return { response, text: await response.text() }
    }
    const expectClosed = async (body: object) => {
        const given = await makeCalls(instance.url)
        for (const call of CALLS) {
            expect(given[call].status).toBe(403)
            expect(JSON.parse(given[call].text)).toMatchObject(body)
            expect(given[call].headers['content-type']).toMatch(/^application\/json/)
            expect(given[call].headers['cache-control']).toContain('no-store')
        }
    }
    const traces = async () => {
        const stats = await instance.admin<{ result: Record<string, { outbound_calls: number }> }>(
            'GET',
            '/local/stats'
        )
        const calls = Object.values(stats.body.result).reduce((sum, route) => sum + route.outbound_calls, 0)
        const requests = await instance.admin<{ result: unknown[] }>(
            'GET',
            '/api/now/table/x_opfi_openfin_request'
        )
        return { calls, requests: requests.body.result.length }
    }
    /** All calls of a client, at the instance's own endpoints. */
    const expectDirectMode = async () => {
        const { code, verifier, redirectUri } = await signIn({
            instanceUrl: instance.url,
            clientId: OPENFIN_CLIENT_ID,
            userName: 'beth.anglin',
            password: 'beth.anglin',
        })
        const exchange = await direct('/oauth_token.do', {
            grant_type: 'authorization_code',
            client_id: OPENFIN_CLIENT_ID,
            code: code ?? '',
            code_verifier: verifier,
            redirect_uri: redirectUri,
        })
        expect(exchange.response.status).toBe(200)
        const { refresh_token } = JSON.parse(exchange.text) as { refresh_token: string }
        const renewal = await direct('/oauth_token.do', {
            grant_type: 'refresh_token',
            client_id: OPENFIN_CLIENT_ID,
            refresh_token,
        })
        const { access_token } = JSON.parse(renewal.text) as { access_token: string }
        const who = await instance.client.userInfo(access_token)
        expect(who.body.result['user_name']).toBe('beth.anglin')
        expect((await direct('/oauth_revoke_token.do', { token: access_token })).response.status).toBe(200)
        expect((await instance.client.userInfo(access_token)).status).toBe(401)
    }

    it('when switched off, both routes only respond with an instruction', async () => {
        await setProperty(instance, `${PREFIX}enabled`, 'false')
        const before = await traces()
        await expectClosed(WHAT_TO_DO)
        expect(await traces()).toEqual(before)
    })

    it('when switched off, a page of an allowed origin can read the instruction', async () => {
        await setProperty(instance, `${PREFIX}enabled`, 'false')
        const { headers } = await postForm(
            instance.url,
            'request_tokens',
            {},
            { headers: { Origin: ORIGIN } }
        )
        expect(headers['access-control-allow-origin']).toBe(ORIGIN)
    })

    it('when switched off, sign-in at the instance’s own endpoints still works, and existing tokens stay usable', async () => {
        await setProperty(instance, `${PREFIX}enabled`, 'false')
        await expectDirectMode()
    })

    it('when switched on again, the routes respond at once', async () => {
        await setProperty(instance, `${PREFIX}enabled`, 'false')
        await expectClosed(WHAT_TO_DO)
        await setProperty(instance, `${PREFIX}enabled`, 'true')
        expect((await instance.tokensOf()).access_token).toBeTruthy()
    })

    it('in a lockdown all callers are rejected, administrators included, and sign-in at the instance’s own endpoints still works', async () => {
        await setProperty(instance, `${PREFIX}lockdown`, 'true')
        const before = await traces()
        const closed = release === 'brazil' ? PLATFORM_REFUSAL : WHAT_TO_DO
        await expectClosed(closed)
        const headers = { Authorization: ADMIN_AUTHORIZATION }
        expect((await postForm(instance.url, 'request_tokens', {}, { headers })).status).toBe(403)
        // The same route under another path, for which the app ships no access control.
        const response = await fetch(`${instance.url}/api/x_opfi_openfin/integration/request_tokens`, {
            method: 'POST',
            headers: { 'content-type': FORM_TYPE },
            body: 'grant_type=refresh_token',
        })
        expect(response.status).toBe(403)
        expect(await traces()).toEqual(before)
        await expectDirectMode()
    })

    it.each([
        ['enabled', 'TRUE'],
        ['enabled', '1'],
        ['enabled', 'yes'],
        ['lockdown', 'TRUE'],
        ['lockdown', '1'],
        ['lockdown', 'yes'],
    ])('%s set to %p, which is neither true nor false, closes the routes', async (name, value) => {
        // Not by the form, which offers two values only, but scripts and imports can write any value.
        const row = instance.records.first('sys_properties', `name=${PREFIX}${name}`)
        instance.records.update('sys_properties', row?.['sys_id'] ?? '', { value })
        const given = await makeCalls(instance.url)
        expect(CALLS.map((call) => given[call].status)).toEqual([403, 403, 403])
    })

    if (release === 'brazil') {
        it('in a lockdown whose access controls have no operation, the routes close themselves', async () => {
            const { records } = instance
            const rules = records.query('sys_security_acl', { query: 'nameSTARTSWITH/api/x_opfi_openfin/' })
            expect(rules).toHaveLength(2)
            for (const rule of rules) {
                const operation = records.get('sys_security_operation', rule['operation'] ?? '')
                expect(operation?.['name']).toBe('http_post')
                records.update('sys_security_acl', rule['sys_id'] ?? '', { operation: 'http_post' })
            }
            await setProperty(instance, `${PREFIX}lockdown`, 'true')
            const before = await traces()
            await expectClosed(WHAT_TO_DO)
            expect(await traces()).toEqual(before)
            for (const { sys_id, operation } of rules)
                records.update('sys_security_acl', sys_id ?? '', { operation: operation ?? '' })
        })

        it('when switched off, a browser can call the instance’s own endpoints if glide.oauth.cors.allowed.origin allows its origin', async () => {
            await setProperty(instance, `${PREFIX}enabled`, 'false')
            const allowed = async () =>
                (await direct('/oauth_token.do', {})).response.headers.get('access-control-allow-origin')
            expect(await allowed()).toBeNull()
            await setProperty(instance, 'glide.oauth.cors.allowed.origin', new URL(ORIGIN).host)
            expect(await allowed()).toBe(ORIGIN)
        })
    }
})
