import { startRecordingServer, type RecordingServer } from '../support/recording-server'
import { API, FORM, HONEST, startRecorded, type RecordedInstance } from './open-routes'

const FLOWS = Object.entries(HONEST).map(([what, flow]) => ({ what, ...flow }))

describe('H22 the target of forwarded requests', () => {
    let instance: RecordedInstance
    let evil: RecordingServer
    /** Host and port of a server that must never receive a request. */
    let evilHost: string

    beforeAll(async () => {
        instance = await startRecorded()
        evil = await startRecordingServer()
        evilHost = new URL(evil.url).host
    })
    afterAll(async () => {
        await evil.close()
        await instance.close()
    })

    const expectOnlyOurs = (path: string) => {
        expect(evil.take()).toEqual([])
        const received = instance.upstream.take()
        expect(received.map(({ target, headers }) => [target, headers['host']])).toEqual([
            [path, new URL(instance.upstream.url).host],
        ])
        expect(JSON.stringify(received)).not.toContain(evilHost)
    }
    const pathOf = (route: string) =>
        route === 'revoke_token' ? '/oauth_revoke_token.do' : '/oauth_token.do'

    it.each([
        'Host',
        'X-Forwarded-Host',
        'X-Forwarded-Server',
        'X-Forwarded-For',
        'X-Forwarded-Proto',
        'X-Forwarded-Port',
        'X-Forwarded-Prefix',
        'Forwarded',
        'X-Host',
        'X-HTTP-Host-Override',
        'X-Original-Host',
        'X-Original-URL',
        'X-Rewrite-URL',
        'X-Real-IP',
        'Origin',
        'Referer',
    ])('H22 is not changed by the header %s', async (name) => {
        const values =
            name === 'Forwarded' ? [`host=${evilHost};proto=http;for=${evilHost}`] : [evilHost, evil.url]
        for (const { route, form } of FLOWS) {
            for (const value of values) {
                const answer = await instance.post(route, form, { headers: [FORM, [name, value]] })
                expect(answer.status).toBe(200)
                expectOnlyOurs(pathOf(route))
            }
        }
    })

    it('H22 is not changed by two Host headers, nor by one with user info', async () => {
        for (const { route, form } of FLOWS) {
            for (const hosts of [[evilHost, 'b.example'], [`${evilHost}@127.0.0.1`], ['']]) {
                const headers = [FORM, ...hosts.map((host): [string, string] => ['Host', host])]
                expect((await instance.post(route, form, { headers })).status).toBe(200)
                expectOnlyOurs(pathOf(route))
            }
        }
    })

    it('H22 is not changed by an absolute request target', async () => {
        for (const { route, form } of FLOWS) {
            for (const base of [evil.url, `HTTP://user:password@${evilHost}`, `https://${evilHost}`]) {
                const answer = await instance.post(route, form, { target: `${base}${API}/${route}` })
                expect(answer.status).toBe(200)
                expectOnlyOurs(pathOf(route))
            }
        }
    })

    it('H22 is not reached if another host or path is written into the path', async () => {
        for (const { route, form } of FLOWS) {
            for (const target of [
                `//${evilHost}${API}/${route}`,
                `${API}/${route}/http://${evilHost}/`,
                `${API}/${route}/..%2f..%2f`,
                `${API}/${route}/../${route}`,
                `${API}/${route}@${evilHost}`,
                `${API}/${route}%00`,
                `${API}/${route}%zz`,
                `${API}//${route}`,
                `${API.toUpperCase()}/${route}`,
                `ftp://${evilHost}${API}/${route}`,
            ]) {
                const { status } = await instance.post(route, form, { target })
                expect([400, 404]).toContain(status)
            }
        }
        expect([evil.take(), instance.upstream.take()]).toEqual([[], []])
    })

    it('H22 is not changed by parameters, in the body or in the URL', async () => {
        const names = [
            'host',
            'url',
            'uri',
            'endpoint',
            'instance',
            'redirect',
            'glide.servlet.uri',
            '__proto__',
        ]
        const extra = names.map((name) => `${name}=${evil.url}`).join('&')
        for (const { route, form } of FLOWS) {
            const target = `${API}/${route}?${extra}`
            expect((await instance.post(route, `${form}&${extra}`, { target })).status).toBe(200)
            expectOnlyOurs(pathOf(route))
        }
    })

    it('H22 is not changed by a redirect URL, which is a plain value', async () => {
        for (const uri of [`${evil.url}/a`, `//${evilHost}`, `@${evilHost}`, '../../evil.do', '${evil}']) {
            const form = HONEST.exchange.form.replace(
                'https://x.example/oauth_redirect.do',
                encodeURIComponent(uri)
            )
            expect((await instance.post('request_tokens', form)).status).toBe(200)
            expect(evil.take()).toEqual([])
            const [received, ...more] = instance.upstream.take()
            expect([received?.target, more]).toEqual(['/oauth_token.do', []])
            expect(Object.fromEntries(received?.form ?? [])).toEqual({
                ...HONEST.exchange.forwarded,
                redirect_uri: uri,
            })
        }
    })

    it.each([301, 302, 303, 307, 308])('H22 is not changed by a redirect with %i', async (status) => {
        const { answer } = instance.upstream
        instance.upstream.answer = { status, headers: { location: `${evil.url}/oauth_token.do` }, body: '' }
        try {
            for (const { route, form } of FLOWS) {
                const refused = await instance.post(route, form)
                expect([refused.status, refused.header('location')]).toEqual([502, []])
                expect(refused.json()).toMatchObject({ error: { code: 'temporarily_unavailable' } })
                expectOnlyOurs(pathOf(route))
            }
        } finally {
            instance.upstream.answer = answer
        }
    })

    it('H22 is undefined if glide.servlet.uri is not a safe URL', async () => {
        const { host } = new URL(instance.upstream.url)
        try {
            for (const uri of [
                '',
                host,
                `//${host}/`,
                `http://user:password@${host}/`,
                `http://${host}/path/`,
                `http://${host}/?a=`,
                `http://${host}/#`,
                `http://${host}\\@${evilHost}/`,
                `http://127.0.0.1.nip.example/`,
                'http://example.service-now.com/',
                'ftp://127.0.0.1/',
                'javascript:gs.getProperty',
            ]) {
                await instance.setProperty('glide.servlet.uri', uri)
                for (const { route, form } of FLOWS) {
                    const answer = await instance.post(route, form)
                    expect([uri, answer.status]).toEqual([uri, 503])
                    expect(answer.json()).toMatchObject({ error: { code: 'temporarily_unavailable' } })
                }
            }
            expect([evil.take(), instance.upstream.take()]).toEqual([[], []])
        } finally {
            await instance.setProperty('glide.servlet.uri', `${instance.upstream.url}/`)
        }
    })
})
