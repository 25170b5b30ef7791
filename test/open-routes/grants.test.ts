import { API, CLIENT, HONEST, startRecorded, type RecordedInstance } from './open-routes'

const FLOWS = Object.entries(HONEST).map(([what, flow]) => ({ what, ...flow }))
const NAMES = ['grant_type', 'client_id', 'code', 'code_verifier', 'redirect_uri', 'refresh_token', 'token']

describe('H19 grants', () => {
    let instance: RecordedInstance

    beforeAll(async () => {
        instance = await startRecorded()
    })
    afterAll(() => instance.close())

    const expectRefused = async (route: string, form: string, code: string, target = `${API}/${route}`) => {
        const answer = await instance.post(route, form, { target })
        expect([answer.status, answer.json()]).toEqual([
            400,
            {
                error: {
                    message: expect.stringMatching(/\S/) as string,
                    detail: expect.stringMatching(/\S/) as string,
                    code,
                },
                status: 'failure',
            },
        ])
        expect(instance.upstream.take()).toEqual([])
    }

    it.each([
        'password',
        'client_credentials',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
        'urn:ietf:params:oauth:grant-type:saml2-bearer',
        'urn:ietf:params:oauth:grant-type:token-exchange',
        'urn:ietf:params:oauth:grant-type:device_code',
        'implicit',
        'magic',
        'Refresh_Token',
        'AUTHORIZATION_CODE',
        'refresh_token,password',
        'refresh_token;x',
        'refresh_token%26',
        '__proto__',
        'constructor',
        'toString',
        '0',
        'null',
        'undefined',
        'true',
        '[object',
    ])('H19 %s is unsupported_grant_type, even with all its parameters', async (grant) => {
        const all = `client_id=${CLIENT}&client_secret=s&username=admin&password=admin&assertion=a.b.c&code=a-code&code_verifier=${'v'.repeat(43)}&redirect_uri=https://x.example/&refresh_token=a-token`
        await expectRefused('request_tokens', `grant_type=${grant}&${all}`, 'unsupported_grant_type')
    })

    it.each([
        ['missing', ''],
        ['empty', 'grant_type='],
        ['without a value', 'grant_type'],
        ['with a space', 'grant_type=refresh_token%20'],
        ['with an unencoded space', 'grant_type=+refresh_token'],
        ['with a NUL', 'grant_type=refresh_token%00'],
        ['with a line break', 'grant_type=refresh_token%0A'],
        ['with look-alike letters', `grant_type=${encodeURIComponent('refresh_tоken')}`],
        ['in full-width letters', `grant_type=${encodeURIComponent('ｒｅｆｒｅｓｈ_ｔｏｋｅｎ')}`],
        ['encoded twice', 'grant_type=refresh%255Ftoken%2500%20'],
        ['in a different case', 'Grant_Type=refresh_token'],
        ['as a list', 'grant_type[]=refresh_token&grant_type[0]=refresh_token'],
        ['with a NUL after its name', 'grant_type%00=refresh_token'],
        ['with a space before its name', '%20grant_type=refresh_token'],
    ])('H19 a grant type that is %s is invalid_request', async (_what, grant) => {
        await expectRefused(
            'request_tokens',
            `${grant}&client_id=${CLIENT}&refresh_token=a-token`,
            'invalid_request'
        )
    })

    it.each(FLOWS)(
        'H19 a $what without one of its parameters is invalid_request',
        async ({ route, form }) => {
            const pairs = form.split('&').filter((pair) => !pair.startsWith('token_type_hint='))
            for (const pair of pairs) {
                const name = pair.split('=', 1)[0] as string
                for (const replacement of [[], [name], [`${name}=`], [`${name.toUpperCase()}=a`]]) {
                    const body = pairs.flatMap((one) => (one === pair ? replacement : [one])).join('&')
                    await expectRefused(route, body, 'invalid_request')
                }
            }
        }
    )

    it.each(FLOWS)(
        'H19 a $what with one of its parameters twice is invalid_request',
        async ({ route, form }) => {
            for (const pair of form.split('&')) {
                const [name = '', value = ''] = pair.split('=')
                const encoded = `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`
                for (const second of [pair, `${name}=other`, `${name}=`, name, `${encoded}=${value}`]) {
                    await expectRefused(route, `${form}&${second}`, 'invalid_request')
                    await expectRefused(route, `${second}&${form}`, 'invalid_request')
                    await expectRefused(route, form, 'invalid_request', `${API}/${route}?${second}`)
                }
            }
        }
    )

    it('H19 a parameter of another grant may be repeated, since it is not read', async () => {
        for (const { route, form, forwarded } of FLOWS) {
            const others = NAMES.filter((name) => !(name in forwarded)).map((name) => `&${name}=1&${name}=2`)
            expect((await instance.post(route, form + others.join(''))).status).toBe(200)
            expect(instance.upstream.take().map((one) => Object.fromEntries(one.form))).toEqual([forwarded])
        }
    })
})
