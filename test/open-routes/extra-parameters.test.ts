import { ADMIN_AUTHORIZATION } from '../support/deployed-instance'
import { API, CLIENT, FORM, HONEST, startRecorded, type RecordedInstance } from './open-routes'

const FLOWS = Object.entries(HONEST).map(([what, flow]) => ({ what, ...flow }))
const CANARY = 'canary-3f9a1c'

/** Parameters that an attacker may hope the token endpoint or the app reads. */
const EXTRAS = [
    'client_secret',
    'client_assertion',
    'client_assertion_type',
    'username',
    'password',
    'assertion',
    'scope',
    'state',
    'nonce',
    'audience',
    'resource',
    'format',
    'redirect',
    'redirect_url',
    'host',
    'url',
    'endpoint',
    'instance',
    'user',
    'sysparm_ck',
    'X-UserToken',
    'Authorization',
    'Client_Id',
    'GRANT_TYPE',
    'client_id[]',
    'client_id%00',
    '__proto__',
    '__proto__[client_secret]',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'length',
    '0',
    '1',
    '',
]

describe('H20 extra parameters', () => {
    let instance: RecordedInstance

    beforeAll(async () => {
        instance = await startRecorded()
    })
    afterAll(() => instance.close())

    /** The single request forwarded since the last check. */
    const forwardedRequest = () => {
        const received = instance.upstream.take()
        expect(received).toHaveLength(1)
        return received[0]!
    }

    it.each(FLOWS)('H20 a $what forwards only the parameters on its allow-list', async (flow) => {
        // Alone, and half before and half after the valid parameters.
        for (const [index, name] of EXTRAS.entries()) {
            const extra = `${name}=${CANARY}`
            const body = index % 2 === 0 ? `${flow.form}&${extra}` : `${extra}&${flow.form}`
            expect((await instance.post(flow.route, body)).status).toBe(200)
            const { form, body: sent } = forwardedRequest()
            expect(form).toEqual(Object.entries(flow.forwarded))
            expect(sent).not.toContain(CANARY)
        }
        const everything = EXTRAS.map((name) => `${name}=${CANARY}`).slice(
            0,
            35 - flow.form.split('&').length
        )
        expect((await instance.post(flow.route, [flow.form, ...everything].join('&'))).status).toBe(200)
        expect(forwardedRequest().form).toEqual(Object.entries(flow.forwarded))
    })

    it.each(FLOWS)('H20 a $what forwards no parameter of another one', async ({ route, form, forwarded }) => {
        const others = FLOWS.flatMap((other) => Object.keys(other.forwarded)).filter(
            (name) => !(name in forwarded)
        )
        const body = [form, ...[...new Set(others)].map((name) => `${name}=${CANARY}`)].join('&')
        expect((await instance.post(route, body)).status).toBe(200)
        expect(forwardedRequest().form).toEqual(Object.entries(forwarded))
    })

    it('H20 the empty scope of the official client is dropped like any other scope', async () => {
        for (const { route, form, forwarded } of FLOWS) {
            expect((await instance.post(route, `${form}&scope=`)).status).toBe(200)
            expect(forwardedRequest().form).toEqual(Object.entries(forwarded))
        }
    })

    it('H20 an unknown token_type_hint is dropped', async () => {
        for (const hint of ['', 'saml', 'ACCESS_TOKEN', '__proto__', `${CANARY}%0D%0A`]) {
            const body = `client_id=${CLIENT}&token=a-token&token_type_hint=${hint}`
            expect((await instance.post('revoke_token', body)).status).toBe(200)
            expect(forwardedRequest().form).toEqual([
                ['client_id', CLIENT],
                ['token', 'a-token'],
            ])
        }
    })

    it('H20 no header of the caller is forwarded', async () => {
        for (const { route, form } of FLOWS) {
            const headers: [string, string][] = [
                FORM,
                ['Authorization', ADMIN_AUTHORIZATION],
                ['Cookie', `glide_user=${CANARY}; JSESSIONID=${CANARY}`],
                ['X-UserToken', CANARY],
                ['Proxy-Authorization', CANARY],
                ['X-Canary', CANARY],
                ['User-Agent', CANARY],
                ['Origin', 'http://localhost:8080'],
                ['Referer', `http://localhost:8080/${CANARY}`],
                ['Accept', 'application/json;q=0.5, */*;q=0.1'],
            ]
            expect((await instance.post(route, form, { headers })).status).toBe(200)
            const { headers: got, method, target } = forwardedRequest()
            expect([method, target]).toEqual([
                'POST',
                route === 'revoke_token' ? '/oauth_revoke_token.do' : '/oauth_token.do',
            ])
            expect(Object.keys(got).sort()).toEqual([
                'accept',
                'connection',
                'content-length',
                'content-type',
                'host',
            ])
            expect(got).toMatchObject({
                accept: 'application/json',
                'content-type': 'application/x-www-form-urlencoded',
            })
        }
    })

    it('H20 the secret of a confidential registration is never added', async () => {
        const client_id = 'public-client-with-secret'
        const made = await instance.admin('POST', '/api/now/table/oauth_entity', {
            name: client_id,
            client_id,
            client_secret: CANARY,
            type: 'client',
            active: 'true',
            public_client: 'true',
        })
        expect(made.status).toBe(201)
        for (const { route, form, forwarded } of FLOWS) {
            expect((await instance.post(route, form.replace(CLIENT, client_id))).status).toBe(200)
            const received = forwardedRequest()
            expect(received.form).toEqual(Object.entries({ ...forwarded, client_id }))
            expect(JSON.stringify(received)).not.toContain(CANARY)
        }
    })

    it('H20 additional members of a token response are not forwarded', async () => {
        const { answer } = instance.upstream
        instance.upstream.answer = {
            ...answer,
            body: JSON.stringify({
                ...(JSON.parse(answer.body) as object),
                id_token: CANARY,
                client_secret: CANARY,
                error_description: CANARY,
                user: { name: CANARY },
            }).replace('{', `{"__proto__":{"client_secret":"${CANARY}"},`),
        }
        try {
            for (const { route, form } of FLOWS) {
                const { status, body } = await instance.post(route, form)
                expect([status, body.includes(CANARY)]).toEqual([200, false])
            }
        } finally {
            instance.upstream.answer = answer
            instance.upstream.take()
        }
    })

    it('H20 user_info reads no parameter', async () => {
        const send = async (query: string) => {
            const headers: [string, string][] = [['Authorization', ADMIN_AUTHORIZATION]]
            return (await instance.send({ method: 'GET', target: `${API}/user_info${query}`, headers })).body
        }
        const own = await send('')
        for (const query of [
            '?sys_id=x&user_name=beth.anglin',
            '?sysparm_fields=user_password',
            '?__proto__=x',
        ]) {
            expect(await send(query)).toBe(own)
        }
    })
})
