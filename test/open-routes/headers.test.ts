import { ADMIN_AUTHORIZATION, ORIGIN } from '../support/deployed-instance'
import type { RawAnswer, RawRequest } from '../support/raw-http'
import { API, CLIENT, FORM, HONEST, startRecorded, type RecordedInstance } from './open-routes'

const FLOWS = Object.entries(HONEST).map(([what, flow]) => ({ what, ...flow }))
const ADMIN: [string, string] = ['Authorization', ADMIN_AUTHORIZATION]
const CANARY = 'canary-71b0e2'

/** All headers that a response may have. */
const KNOWN = [
    'server',
    'date',
    'connection',
    'vary',
    'cache-control',
    'pragma',
    'content-type',
    'content-length',
    'x-content-type-options',
    'www-authenticate',
    'retry-after',
    'access-control-allow-origin',
    'access-control-expose-headers',
]

describe('H26 the headers of every response', () => {
    let instance: RecordedInstance

    beforeAll(async () => {
        instance = await startRecorded()
    })
    afterAll(() => instance.close())

    const expectSafe = (answer: RawAnswer, status: number) => {
        expect(answer.status).toBe(status)
        expect(answer.header('cache-control')).toHaveLength(1)
        expect(answer.header('cache-control')[0]?.split(',')).toContain('no-store')
        expect(answer.header('content-type').join()).toMatch(/^application\/json; ?charset=utf-8$/i)
        expect(answer.header('x-content-type-options')).toEqual(['nosniff'])
        expect(answer.headers.map(([name]) => name).filter((name) => !KNOWN.includes(name))).toEqual([])
        expect(JSON.stringify(answer.headers)).not.toContain(CANARY)
    }
    const post = (route: string, form: string, ...headers: [string, string][]): RawRequest => ({
        target: `${API}/${route}`,
        headers: [FORM, ...headers],
        body: form,
    })

    it.each(FLOWS)('H26 of a $what that the app responds to', async ({ route, form }) => {
        const answers: [number, string][] = [
            [200, form],
            [400, ''],
            [401, form.replace(CLIENT, 'nobody')],
            [413, `${form}&x=${'a'.repeat(20_000)}`],
        ]
        for (const [status, body] of answers) {
            const answer = await instance.send(post(route, body, ['Origin', ORIGIN]))
            expectSafe(answer, status)
            expect(answer.header('access-control-allow-origin')).toEqual([ORIGIN])
            expect(answer.header('cache-control')).toEqual(['no-store'])
            expect(answer.header('pragma')).toEqual(['no-cache'])
        }
        expectSafe(await instance.post(route, `${form}&x=${'a'.repeat(20_000)}`, { chunked: true }), 413)
    })

    it.each(FLOWS)('H26 of a $what that the platform responds to itself', async ({ route, form }) => {
        const target = `${API}/${route}`
        for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
            expectSafe(await instance.send({ method, target }), 405)
        }
        expectSafe(
            await instance.send({ ...post(route, form), headers: [['Content-Type', 'text/plain']] }),
            415
        )
        expectSafe(await instance.send({ ...post(route, form), headers: [] }), 415)
        expectSafe(await instance.send(post(route, form, ['Accept', 'application/xml'])), 406)
        expectSafe(await instance.send(post(route, form, ['Authorization', 'Bearer none'])), 401)
        expectSafe(await instance.send(post(route, form, ['Authorization', 'Basic none'])), 401)
        expectSafe(await instance.send(post(route, 'a'.repeat(10 * 1024 * 1024 + 1))), 400)
        expectSafe(await instance.send({ ...post(route, form), target: `${target}/more` }), 400)
        expectSafe(await instance.send({ ...post(route, form), target: `${target}%zz` }), 400)
        expectSafe(await instance.send({ ...post(route, form), target: target.replace('/v1/', '/v9/') }), 400)
        expectSafe(await instance.send({ ...post(route, form), method: 'BREW' }), 400)
        expectSafe(await instance.send(post(route, form, ['Content-Length', 'many'])), 400)
        expectSafe(await instance.send(post(route, form, ['X-Long', 'a'.repeat(20_000)])), 431)
    })

    it('H26 of user_info', async () => {
        const target = `${API}/user_info`
        for (const [method, status, ...headers] of [
            ['GET', 200, ADMIN],
            ['HEAD', 200, ADMIN],
            ['GET', 200, ADMIN, ['Origin', ORIGIN]],
            ['GET', 401],
            ['GET', 401, ['Authorization', 'Bearer none']],
            ['GET', 401, ['Cookie', 'glide_user=none']],
            ['GET', 406, ADMIN, ['Accept', 'text/html']],
            ['POST', 405, ADMIN, FORM],
            ['DELETE', 405, ADMIN],
        ] as [string, number, ...[string, string][]][]) {
            expectSafe(await instance.send({ method, target, headers }), status)
        }
    })

    it.each([200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 503])(
        'H26 contain none of a token endpoint’s that responds with %i',
        async (status) => {
            const { answer } = instance.upstream
            instance.upstream.answer = {
                ...answer,
                status,
                headers: {
                    'content-type': `text/html; x=${CANARY}`,
                    'set-cookie': [`a=${CANARY}`, `b=${CANARY}; HttpOnly`],
                    'cache-control': 'public, max-age=31536000',
                    pragma: CANARY,
                    'x-content-type-options': CANARY,
                    'access-control-allow-origin': `https://${CANARY}.example`,
                    'access-control-allow-credentials': 'true',
                    'clear-site-data': '"*"',
                    'content-disposition': `attachment; filename=${CANARY}`,
                    location: `https://${CANARY}.example/`,
                    'retry-after': CANARY,
                    'strict-transport-security': 'max-age=1',
                    'www-authenticate': `Bearer realm="${CANARY}"`,
                    'x-is-logged-in': CANARY,
                    server: CANARY,
                    'content-length': String(status === 204 ? 0 : answer.body.length),
                },
                ...(status === 204 && { body: '' }),
            }
            try {
                for (const { route, form } of FLOWS) {
                    const got = await instance.send(post(route, form))
                    expectSafe(got, got.status)
                    expect(got.header('cache-control')).toEqual(['no-store'])
                    expect(got.header('server')).toEqual(['ServiceNow'])
                }
            } finally {
                instance.upstream.answer = answer
                instance.upstream.take()
            }
        }
    )

    it('H26 of an address over its limit, and of routes that are off or locked down', async () => {
        const set = (name: string, value: string) =>
            instance.setProperty(`x_opfi_openfin.integration.${name}`, value)
        for (const [name, value, status, usual] of [
            ['requests_per_minute', '1', 429, '100000'],
            ['enabled', 'false', 403, 'true'],
            ['lockdown', 'true', 403, 'false'],
        ] as const) {
            await set(name, value)
            try {
                for (const { route, form } of FLOWS)
                    expectSafe(await instance.send(post(route, form)), status)
            } finally {
                await set(name, usual)
            }
        }
        expect(instance.upstream.take()).toEqual([])
    })

    it('H26 of a route whose app may not read what it needs', async () => {
        const { records } = instance
        const privilege = records.first('sys_scope_privilege', 'target_name=oauth_entity^operation=read')
        const sysId = privilege?.['sys_id'] ?? ''
        await instance.admin('PATCH', `/api/now/table/sys_scope_privilege/${sysId}`, { status: 'denied' })
        for (const { route, form } of FLOWS) expectSafe(await instance.send(post(route, form)), 500)
        await instance.admin('PATCH', `/api/now/table/sys_scope_privilege/${sysId}`, { status: 'allowed' })
        expect(instance.upstream.take()).toEqual([])
    })
})
