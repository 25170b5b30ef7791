import { API, FORM, HONEST, startRecorded, type RecordedInstance } from './open-routes'

const ROUTES = Object.values(HONEST)

describe('H17 methods, content types and empty bodies', () => {
    let instance: RecordedInstance

    beforeAll(async () => {
        instance = await startRecorded()
    })
    afterAll(() => instance.close())

    const recorded = async () => {
        const { body } = await instance.admin<{ result: { outcome: string }[] }>(
            'GET',
            '/api/now/table/x_opfi_openfin_request?sysparm_fields=outcome'
        )
        return body.result.length
    }

    it.each(ROUTES)('H17 a form sent by POST to $route is forwarded once', async ({ route, form }) => {
        expect((await instance.post(route, form)).status).toBe(200)
        expect(instance.upstream.take()).toHaveLength(1)
    })

    it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
        'H17 %s is 405 on both routes, with the parameters in the body or in the URL',
        async (method) => {
            const before = await recorded()
            for (const { route, form } of ROUTES) {
                for (const request of [
                    { target: `${API}/${route}`, headers: [FORM], body: form },
                    { target: `${API}/${route}?${form}` },
                    { target: `${API}/${route}`, headers: [FORM, methodOverride('POST')], body: form },
                ]) {
                    const overridden = request.headers?.length === 2
                    // The platform's own header for clients that can only POST; it does not apply to GET and
                    // HEAD.
                    if (overridden && !['GET', 'HEAD', 'OPTIONS'].includes(method)) continue
                    const answer = await instance.send({ method, ...request })
                    expect(answer.status).toBe(405)
                    if (method === 'HEAD') expect(answer.body).toBe('')
                    else expect(answer.json()).toMatchObject({ error: { detail: null }, status: 'failure' })
                }
            }
            expect(instance.upstream.take()).toEqual([])
            expect(await recorded()).toBe(before)
        }
    )

    it.each(['TRACE', 'PROPFIND', 'BREW'])('H17 %s is refused before any route', async (method) => {
        for (const { route, form } of ROUTES) {
            const answer = await instance.send({
                method,
                target: `${API}/${route}`,
                headers: [FORM],
                body: form,
            })
            expect([answer.status, answer.json()['status']]).toEqual([400, 'failure'])
        }
        expect(instance.upstream.take()).toEqual([])
    })

    it.each([
        'application/json',
        'application/xml',
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencodedx',
        'application/x-www-form-urlencoded+json',
        'application/x-www-form-urlencoded, application/json',
        'application/*',
        '*/*',
        '',
        undefined,
    ])('H17 a body of type %j is 415 on both routes', async (type) => {
        const before = await recorded()
        for (const { route, form, forwarded } of ROUTES) {
            for (const body of [form, JSON.stringify(forwarded), '']) {
                const headers: [string, string][] = type === undefined ? [] : [['Content-Type', type]]
                const answer = await instance.post(route, body, { headers })
                expect(answer.status).toBe(415)
                expect(answer.json()).toMatchObject({
                    error: { message: expect.stringMatching(/\S/) as string },
                    status: 'failure',
                })
            }
        }
        expect(instance.upstream.take()).toEqual([])
        expect(await recorded()).toBe(before)
    })

    it.each([
        'Application/X-WWW-Form-Urlencoded',
        'application/x-www-form-urlencoded;charset=utf-8',
        'application/x-www-form-urlencoded ; charset="UTF-16"',
    ])('H17 a body of type %s is accepted as a form', async (type) => {
        for (const { route, form, forwarded } of ROUTES) {
            const answer = await instance.post(route, form, { headers: [['Content-Type', type]] })
            expect(answer.status).toBe(200)
            expect(instance.upstream.take().map(({ form }) => Object.fromEntries(form))).toEqual([forwarded])
        }
    })

    it.each([
        ['empty', ''],
        ['separators alone', '&&=&&'],
        ['white space', ' \r\n'],
        ['JSON', JSON.stringify(HONEST.renewal.forwarded)],
        ['invalid UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ])('H17 a form body of %s is 400 invalid_request', async (_what, body) => {
        for (const { route } of ROUTES) {
            const answer = await instance.post(route, body)
            expect(answer.status).toBe(400)
            expect(answer.json()).toMatchObject({ error: { code: 'invalid_request' }, status: 'failure' })
        }
        expect(instance.upstream.take()).toEqual([])
    })

    it('H17 parameters in the URL are refused, with an empty or missing body', async () => {
        for (const { route, form } of ROUTES) {
            const pairs = form.split('&')
            for (const moved of [pairs, ...pairs.map((pair) => [pair])]) {
                const rest = pairs.filter((pair) => !moved.includes(pair)).join('&')
                const answer = await instance.post(route, rest, {
                    target: `${API}/${route}?${moved.join('&')}`,
                })
                expect(answer.status).toBe(400)
                expect(answer.json()).toMatchObject({ error: { code: 'invalid_request' } })
            }
        }
        expect(instance.upstream.take()).toEqual([])
    })

    it('H17 other query parameters are dropped', async () => {
        for (const { route, form, forwarded } of ROUTES) {
            const answer = await instance.post(route, form, { target: `${API}/${route}?sysparm_trace=1&x` })
            expect(answer.status).toBe(200)
            const [received] = instance.upstream.take()
            expect(received?.target).not.toContain('?')
            expect(Object.fromEntries(received?.form ?? [])).toEqual(forwarded)
        }
    })

    it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('H17 %s to user_info is 405', async (method) => {
        const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`
        for (const headers of [[FORM], [FORM, ['Authorization', authorization] as [string, string]]]) {
            const answer = await instance.send({ method, target: `${API}/user_info`, headers, body: 'a=b' })
            expect([answer.status, answer.json()['status']]).toEqual([405, 'failure'])
        }
    })
})

function methodOverride(method: string): [string, string] {
    return ['X-HTTP-Method-Override', method]
}
