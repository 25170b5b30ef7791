import { startDeployed, type DeployedInstance } from '../support/deployed-instance'
import { authorize } from './authorize'
import { setProperty } from './properties'

const PROPERTY = 'glide.oauth.state.parameter.required'

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
// A code that nobody exchanged would be handed out again.
afterEach(() => instance.clock.advance(60_000))
afterAll(() => instance.close())

const codes = () => instance.records.count('local_oauth_code')

describe('H54 the state of an authorization request', () => {
    it.each([
        ['missing', null],
        ['empty', ''],
        ['a space', ' '],
        ['white space', '\t\r\n '],
    ])('that is %s ends with the documented error, and without a code', async (_name, state) => {
        await setProperty(instance, PROPERTY, 'true')
        const before = codes()
        const ending = await authorize(instance, { state })
        expect(ending).toMatchObject({ status: 400, location: null, code: '' })
        expect(ending.html).toContain('Missing State parameter in request.')
        expect(codes()).toBe(before)
        const log = instance.log.entries().at(-1)
        expect(log?.message).toBe('Authorization request rejected: Missing State parameter in request.')
    })

    it('that is repeated ends with an error, and without a code', async () => {
        const before = codes()
        const url = `${instance.url}/oauth_auth.do?client_id=x&state=a&state=b`
        expect((await fetch(url, { redirect: 'manual' })).status).toBe(400)
        expect(codes()).toBe(before)
    })

    it.each([['false'], [null]])('need not be there where the property is %s', async (value) => {
        await setProperty(instance, PROPERTY, value)
        const { code, verifier, location } = await authorize(instance, { state: null })
        expect(new URL(location ?? '').searchParams.has('state')).toBe(false)
        const answer = await instance.client.requestTokens(
            code,
            verifier,
            `${instance.url}/oauth_redirect.do`
        )
        expect(answer.status).toBe(200)
        expect((await instance.client.renew(answer.body.refresh_token ?? '')).status).toBe(200)
        // A client that sends one gets it back all the same.
        expect((await authorize(instance)).location).toContain('&state=st-1')
        await setProperty(instance, PROPERTY, 'true')
    })

    it.each([
        ['of many kinds', `a+b c%20&d=é"'<x>#/?;,\\^|`],
        ['that would begin a header', 'a\r\nX-Evil: 1\r\n\r\n<p>'],
        ['that would add a parameter', 'a&code=mine'],
        ['beyond one plane', '💼'],
        ['of 2,000 characters', 's'.repeat(2000)],
    ])('with characters %s comes back to the letter, and as nothing else', async (_name, state) => {
        const { location, code } = await authorize(instance, { state })
        const { searchParams, origin, pathname } = new URL(location ?? '')
        expect(origin + pathname).toBe(`${instance.url}/oauth_redirect.do`)
        expect([...searchParams.keys()]).toEqual(['code', 'state'])
        expect(searchParams.get('state')).toBe(state)
        expect(code).toMatch(/^[\w-]{86}$/)
    })
})
