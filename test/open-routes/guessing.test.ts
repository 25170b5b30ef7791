import { signIn } from '../../examples/sign-in-flow/sign-in'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { setProperty } from '../support/set-property'
import { postForm, ROUTES, type RawAnswer } from './raw-client'

const PREFIX = 'x_opfi_openfin.integration.'
const OTHER_CLIENT = 'another-public-client'

let instance: DeployedInstance

beforeAll(async () => {
    instance = await startDeployed()
    await setProperty(instance, `${PREFIX}refusals_per_minute`, '20')
})
afterAll(() => instance.close())
// Resets the counts of earlier tests.
beforeEach(async () => {
    instance.clock.advance(120_000)
    await setProperty(instance, `${PREFIX}failures_before_event`, '10')
})

const guessToken = (token: string, from: string, client = OPENFIN_CLIENT_ID) => {
    const form = { grant_type: 'refresh_token', client_id: client, refresh_token: token }
    return postForm(instance.url, 'request_tokens', form, { from })
}
const guessCode = (code: string, from: string) => {
    const form = {
        grant_type: 'authorization_code',
        client_id: OPENFIN_CLIENT_ID,
        code,
        code_verifier: 'v'.repeat(43),
        redirect_uri: `${instance.url}/oauth_redirect.do`,
    }
    return postForm(instance.url, 'request_tokens', form, { from })
}
const inTurn = async (count: number, guess: (index: number) => Promise<RawAnswer>) => {
    const answers: RawAnswer[] = []
    for (let index = 0; index < count; index++) answers.push(await guess(index))
    return answers
}
const refused = (answers: RawAnswer[]) => answers.map(({ status, outcome }) => `${status} ${outcome}`)
const events = async (address: string) => {
    const query = `name=x_opfi_openfin.address_failing^parm1=${address}`
    const { body } = await instance.admin<{ result: Record<string, string>[] }>(
        'GET',
        `/api/now/table/sysevent?sysparm_query=${query}&sysparm_fields=parm1,parm2,instance`
    )
    return body.result
}
/** Cost of a request. */
const costOf = async (request: () => Promise<RawAnswer>) => {
    const read = async () => {
        const { body } = await instance.admin<{ result: Record<string, Record<string, number>> }>(
            'GET',
            '/local/stats'
        )
        const { db_statements = 0, outbound_calls = 0 } = body.result[`POST ${ROUTES}/request_tokens`] ?? {}
        return { db_statements, outbound_calls }
    }
    const before = await read()
    const { status } = await request()
    const after = await read()
    return {
        status,
        statements: after.db_statements - before.db_statements,
        calls: after.outbound_calls - before.outbound_calls,
    }
}

describe('H30 guessing', () => {
    it.each([
        ['refresh tokens', '127.0.5.1', guessToken],
        ['codes', '127.0.5.2', guessCode],
    ] as const)(
        '%s is stopped at the limit of client and address for the rest of the minute',
        async (_what, from, guess) => {
            const answers = await inTurn(23, (index) => guess(`guess-${index}`, from))
            expect(refused(answers.slice(0, 20))).toEqual(Array(20).fill('400 invalid_grant'))
            expect(refused(answers.slice(20))).toEqual(Array(3).fill('429 temporarily_unavailable'))
            expect(answers[22]?.headers['retry-after']).toBe('60')
            expect(new Set(answers.slice(0, 20).map(({ text }) => text)).size).toBe(1)
            instance.clock.advance(60_000)
            expect((await guess('guess', from)).status).toBe(400)
        }
    )

    it('alternating codes and refresh tokens count together', async () => {
        const from = '127.0.5.3'
        const answers = await inTurn(21, (index) => (index % 2 ? guessCode : guessToken)('guess', from))
        expect(answers.map(({ status }) => status)).toEqual([...Array<number>(20).fill(400), 429])
    })

    it('costs the same, however close the guess is and however many preceded it; over the limit it costs less', async () => {
        const { refresh_token = '' } = await instance.tokensOf('beth.anglin')
        const from = '127.0.5.4'
        const near = refresh_token.slice(0, -1) + (refresh_token.endsWith('A') ? 'B' : 'A')
        const cost = { status: 400, statements: 3, calls: 1 }
        expect(await costOf(() => guessToken('far', from))).toEqual(cost)
        expect(await costOf(() => guessToken(near, from))).toEqual(cost)
        await inTurn(17, () => guessToken('far', from))
        expect(await costOf(() => guessToken(near, from))).toEqual(cost)
        // Even the right code is refused, so further guessing gains nothing.
        const over = { status: 429, statements: 2, calls: 0 }
        expect(await costOf(() => guessToken('far', from))).toEqual(over)
        expect(await costOf(() => guessToken(refresh_token, from))).toEqual(over)
    })

    it('blocks neither another client behind the address nor the client elsewhere', async () => {
        const from = '127.0.5.5'
        const { refresh_token = '' } = await instance.tokensOf()
        await instance.admin('POST', '/api/now/table/oauth_entity', {
            name: OTHER_CLIENT,
            client_id: OTHER_CLIENT,
            type: 'client',
            active: 'true',
            public_client: 'true',
            redirect_url: `${instance.url}/oauth_redirect.do`,
        })
        expect((await inTurn(21, () => guessToken('guess', from)))[20]?.status).toBe(429)
        const { code, verifier, redirectUri } = await signIn({
            instanceUrl: instance.url,
            clientId: OTHER_CLIENT,
            userName: 'abel.tuter',
            password: 'abel.tuter',
        })
        const exchange = await postForm(
            instance.url,
            'request_tokens',
            {
                grant_type: 'authorization_code',
                client_id: OTHER_CLIENT,
                code: code ?? '',
                code_verifier: verifier,
                redirect_uri: redirectUri,
            },
            { from }
        )
        expect(exchange.status).toBe(200)
        const { refresh_token: other } = JSON.parse(exchange.text) as { refresh_token: string }
        expect((await guessToken(other, from, OTHER_CLIENT)).status).toBe(200)
        expect((await guessToken(refresh_token, '127.0.5.6')).status).toBe(200)
    })

    it('by revocation reveals nothing, and is stopped at the limit of the address', async () => {
        const { access_token } = await instance.tokensOf('admin')
        await setProperty(instance, `${PREFIX}requests_per_minute`, '5')
        const revoke = (token: string) =>
            postForm(
                instance.url,
                'revoke_token',
                { client_id: OPENFIN_CLIENT_ID, token },
                { from: '127.0.5.7' }
            )
        const answers = await inTurn(5, (index) => revoke(index === 3 ? access_token : `guess-${index}`))
        expect(new Set(answers.map(({ status, text }) => status + text))).toEqual(new Set(['200{}']))
        expect((await revoke('guess')).status).toBe(429)
        await setProperty(instance, `${PREFIX}requests_per_minute`, '300')
    })
})

describe('H30 the event about guessing', () => {
    it('is raised once a minute, by the failure that reaches the threshold', async () => {
        const from = '127.0.6.1'
        await inTurn(9, () => guessToken('guess', from))
        expect(await events(from)).toEqual([])
        await inTurn(13, () => guessToken('guess', from))
        expect(await events(from)).toEqual([
            { parm1: from, parm2: 'invalid_grant', instance: expect.stringMatching(/^[0-9a-f]{32}$/) },
        ])
        instance.clock.advance(60_000)
        await inTurn(10, () => guessToken('guess', from))
        expect(await events(from)).toHaveLength(2)
    })

    it('counts the failures of an address with all clients, known or not', async () => {
        const from = '127.0.6.2'
        await inTurn(5, () => guessToken('guess', from))
        await inTurn(5, () => guessToken('guess', from, 'nobody'))
        expect(await events(from)).toMatchObject([{ parm2: 'invalid_client' }])
    })

    it('is raised at the limit if its own threshold is higher', async () => {
        await setProperty(instance, `${PREFIX}failures_before_event`, '1000')
        const from = '127.0.6.3'
        await inTurn(25, () => guessToken('guess', from))
        expect(await events(from)).toHaveLength(1)
    })
})
