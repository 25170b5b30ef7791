import { createHash } from 'node:crypto'
import { createClock } from 'openfin-servicenow-local-instance'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { authorize } from './authorize'

type Form = Record<string, string>

/** What the platform's endpoint says, and how the app words it (observed; RFC 6749 §5.2). */
const DENIED = { direct: [401, 'server_error'], proxied: [400, 'invalid_grant'] }
const MISMATCH = { direct: [401, 'invalid_request'], proxied: [400, 'invalid_grant'] }
const MALFORMED = { direct: [401, 'server_error'], proxied: [400, 'invalid_request'] }

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

let instance: DeployedInstance
let otherClient: string
beforeAll(async () => {
    instance = await startDeployed({ clock: createClock({ frozen: true }) })
    const { body } = await instance.admin<{ result: { client_id: string } }>(
        'POST',
        '/api/now/table/oauth_entity',
        {
            name: 'Another desk',
            type: 'client',
            public_client: 'true',
            redirect_url: `${instance.url}/oauth_redirect.do`,
        }
    )
    otherClient = body.result.client_id
})
afterAll(() => instance.close())

describe.each([
    ['direct', '/oauth_token.do'],
    ['proxied', '/api/x_opfi_openfin/v1/integration/request_tokens'],
] as const)('H53 a code at the %s endpoint', (way, path) => {
    const send = async (form: Form): Promise<[status: number, error: string]> => {
        const response = await fetch(instance.url + path, {
            method: 'POST',
            headers: { accept: 'application/json' },
            body: new URLSearchParams(form),
        })
        const body = (await response.json()) as { error?: string | { code: string } }
        const { error = '' } = body
        return [response.status, typeof error === 'string' ? error : error.code]
    }
    /** A new code with the form that is right for it. */
    const begin = async (parameters: Record<string, string | null> = {}): Promise<Form> => {
        const { code, verifier } = await authorize(instance, parameters)
        return {
            grant_type: 'authorization_code',
            client_id: OPENFIN_CLIENT_ID,
            code,
            code_verifier: verifier,
            redirect_uri: `${instance.url}/oauth_redirect.do`,
        }
    }
    const OK = [200, '']

    it('is exchanged once', async () => {
        const form = await begin()
        expect(await send(form)).toEqual(OK)
        expect(await send(form)).toEqual(DENIED[way])
        expect(await send(form)).toEqual(DENIED[way])
    })

    it('is exchanged once, of many requests at the same time', async () => {
        const form = await begin()
        const answers = await Promise.all(Array.from({ length: 5 }, () => send(form)))
        expect(answers.filter(([status]) => status === 200)).toHaveLength(1)
        expect(answers.filter(([status]) => status === DENIED[way][0])).toHaveLength(4)
    })

    it('is exchanged before its end, and not from then on', async () => {
        const form = await begin()
        instance.clock.advance(59_000)
        expect(await send(form)).toEqual(OK)
        const late = await begin()
        instance.clock.advance(60_000)
        expect(await send(late)).toEqual(DENIED[way])
    })

    it('is of no use to another client, and stays good for its own', async () => {
        const form = await begin()
        expect(await send({ ...form, client_id: otherClient })).toEqual(DENIED[way])
        expect(await send(form)).toEqual(OK)
    })

    it('is bound to the redirect address of its request', async () => {
        const form = await begin()
        for (const redirect_uri of [
            'https://app.example.com/callback',
            `${form['redirect_uri']}/`,
            `${form['redirect_uri']}?a=b`,
        ]) {
            expect(await send({ ...form, redirect_uri })).toEqual(DENIED[way])
        }
        expect(await send(form)).toEqual(OK)
    })

    it('is bound to its challenge', async () => {
        const form = await begin()
        expect(await send({ ...form, code_verifier: 'w'.repeat(43) })).toEqual(MISMATCH[way])
        expect(await send(form)).toEqual(OK)
    })

    it.each([42, 129])('is refused with a verifier of %i characters, though it fits', async (length) => {
        const code_verifier = 'v'.repeat(length)
        const form = await begin({ code_challenge: challengeOf(code_verifier) })
        expect(await send({ ...form, code_verifier })).toEqual(MALFORMED[way])
        // The code is not spent, and may not be handed out again to the next test.
        instance.clock.advance(60_000)
    })

    it.each([43, 128])('is exchanged with a verifier of %i characters', async (length) => {
        const code_verifier = 'v'.repeat(length)
        const form = await begin({ code_challenge: challengeOf(code_verifier) })
        expect(await send({ ...form, code_verifier })).toEqual(OK)
    })

    it('is not had by the method plain, and a challenge without a method is no plain one', async () => {
        const verifier = 'p'.repeat(43)
        const refused = await authorize(instance, {
            code_challenge: verifier,
            code_challenge_method: 'plain',
        })
        const { searchParams } = new URL(refused.location ?? '')
        expect([refused.code, searchParams.get('error'), searchParams.get('state')]).toEqual([
            '',
            'invalid_request',
            'st-1',
        ])
        const form = await begin({ code_challenge: verifier, code_challenge_method: null })
        expect(await send({ ...form, code_verifier: verifier })).toEqual(MISMATCH[way])
        instance.clock.advance(60_000)
    })
})
