import { startDeployed, type DeployedInstance } from '../../../test/support/deployed-instance'
import type { CheckName } from '../../src/verify/check-names'
import { createPerson } from '../support/person'
import { runVerification } from '../support/run-verification'
import { changedTables, digestsOf } from '../support/stored'

/** What a run writes. */
const WRITTEN = ['oauth_entity', 'sys_cors_rule', 'sys_properties']

let instance: DeployedInstance
let before: Map<string, string>
beforeAll(async () => {
    instance = await startDeployed()
})
beforeEach(() => {
    before = digestsOf(instance, WRITTEN)
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const changed = () => changedTables(before, digestsOf(instance, WRITTEN))
const liveTokens = () => {
    const now = new Date(instance.clock.now()).toISOString().slice(0, 19).replace('T', ' ')
    const query = `user.user_name=abel.tuter^expires>${now}`
    return instance.records.query('oauth_credential', { query }).length
}
const url = (input: Parameters<typeof fetch>[0]) => String(input instanceof Request ? input.url : input)

describe('what was created is taken away', () => {
    it.each<CheckName>(['preflight', 'exchange'])('after Ctrl+C at %s', async (at) => {
        const stop = new AbortController()
        const outcome = await runVerification(instance, {
            client: { authorization: await instance.authorization(), signal: stop.signal },
            onResult: ({ name }) => name === at && stop.abort(),
            offSwitch: true,
        })
        expect([outcome.error?.code, outcome.left]).toEqual(['interrupted', []])
        expect([changed(), liveTokens()]).toEqual([[], 0])
    })

    it('after Ctrl+C while the open routes are switched off', async () => {
        const stop = new AbortController()
        const outcome = await runVerification(instance, {
            client: {
                authorization: await instance.authorization(),
                signal: stop.signal,
                fetch: async (input, init) => {
                    const response = await fetch(input, init)
                    if (init?.method === 'PATCH' && url(input).includes('sys_properties')) stop.abort()
                    return response
                },
            },
            offSwitch: true,
        })
        expect([outcome.error?.code, outcome.left, changed()]).toEqual(['interrupted', [], []])
    })

    it('after Ctrl+C while the app is to renew a token of the instance at itself', async () => {
        const stop = new AbortController()
        const outcome = await runVerification(instance, {
            client: { authorization: await instance.authorization(), signal: stop.signal },
            note: (text) => text.startsWith('The access token ends') && stop.abort(),
            outbound: true,
        })
        expect([outcome.error?.code, outcome.left, changed()]).toEqual(['interrupted', [], []])
        const { records } = instance
        const tables = ['sys_rest_message', 'oauth_requestor_profile', 'x_opfi_openfin_token_status']
        const rows = tables.map((table) => records.query(table, { query: 'sys_created_by=admin' }).length)
        expect(rows).toEqual([0, 0, 0])
    })

    it('after Ctrl+C while nobody signs in, and when nobody signs in in time', async () => {
        const stop = new AbortController()
        const idle = { open: async () => stop.abort() }
        const client = { authorization: await instance.authorization(), signal: stop.signal }
        expect((await runVerification(instance, { client, ...idle })).error?.code).toBe('interrupted')
        const late = await runVerification(instance, { open: async () => undefined, patienceMs: 1 })
        expect([late.error?.code, changed()]).toEqual(['sign_in_timeout', []])
    })

    it('after the person denied the access', async () => {
        const outcome = await runVerification(instance, { person: createPerson({ choices: ['Deny'] }) })
        expect([outcome.error?.code, changed()]).toEqual(['access_denied', []])
    })

    it('where the answer to a write was lost', async () => {
        const client = {
            authorization: await instance.authorization(),
            signal: new AbortController().signal,
            fetch: async (...[input, init]: Parameters<typeof fetch>) => {
                const response = await fetch(input, init)
                if (init?.method === 'POST' && url(input).includes('sys_cors_rule'))
                    throw new TypeError('lost')
                return response
            },
        }
        const outcome = await runVerification(instance, { client })
        expect([outcome.error?.code, outcome.left, changed()]).toEqual(['unreachable', [], []])
    })

    it('where the caller may write one table and not the other', async () => {
        const { records: store } = instance
        const user = store.first('sys_user', 'user_name=beth.anglin')?.['sys_id'] ?? ''
        const role = store.first('sys_user_role', 'name=oauth_admin')?.['sys_id'] ?? ''
        store.insert('sys_user_has_role', { user, role })
        const { access_token: token } = await instance.tokensOf('beth.anglin')
        const client = { authorization: `Bearer ${token}`, signal: new AbortController().signal }
        const outcome = runVerification(instance, { client })
        await expect(outcome.then(({ error }) => Promise.reject(error ?? 'none'))).rejects.toMatchObject({
            code: 'not_authorized',
        })
        expect(changed()).toEqual([])
    })

    it('where the caller has the two roles that it takes, and no more', async () => {
        const { records: store } = instance
        const user = store.first('sys_user', 'user_name=beth.anglin')?.['sys_id'] ?? ''
        for (const name of ['oauth_admin', 'web_service_admin']) {
            const role = store.first('sys_user_role', `name=${name}`)?.['sys_id'] ?? ''
            store.insert('sys_user_has_role', { user, role })
        }
        const { access_token: token } = await instance.tokensOf('beth.anglin')
        const client = { authorization: `Bearer ${token}`, signal: new AbortController().signal }
        const outcome = await runVerification(instance, { client })
        const skipped = outcome.results.filter(({ status }) => status === 'skipped')
        expect(skipped).toContainEqual({
            ...{ name: 'limits', status: 'skipped' },
            reason: 'The instance refuses the caller a look at it (403).',
        })
        expect([outcome.ok, outcome.error, outcome.left, changed()]).toEqual([true, null, [], []])
    })

    it('and what others changed meanwhile stays', async () => {
        const { records: store } = instance
        const query = 'type=client^name=OpenFin'
        const outcome = await runVerification(instance, {
            onResult({ name }) {
                if (name !== 'exchange') return
                const urls = store.first('oauth_entity', query)?.['redirect_url'] ?? ''
                store.updateMultiple('oauth_entity', query, {
                    redirect_url: `${urls},https://new.example/cb`,
                })
            },
        })
        const urls = store.first('oauth_entity', query)?.['redirect_url'] ?? ''
        expect([outcome.ok, urls.split(',')]).toEqual([
            true,
            [`${instance.url}/oauth_redirect.do`, 'https://new.example/cb'],
        ])
    })
})

it('says what is left where the instance went away', async () => {
    let isGone = false
    const client = {
        authorization: await instance.authorization(),
        signal: new AbortController().signal,
        fetch: (...args: Parameters<typeof fetch>) =>
            isGone ? Promise.reject(new TypeError('fetch failed')) : fetch(...args),
    }
    const onResult = ({ name }: { name: string }) => (isGone ||= name === 'user_info')
    const outcome = await runVerification(instance, { client, onResult })
    expect([outcome.ok, outcome.error?.code]).toEqual([false, 'unreachable'])
    const { records: store } = instance
    const rule = store.first('sys_cors_rule', 'nameSTARTSWITHOpenFin verify')
    expect(outcome.left).toEqual([
        {
            table: 'oauth_entity',
            sysId: store.first('oauth_entity', 'type=client^name=OpenFin')?.['sys_id'],
            what: expect.stringMatching(
                /^Remove http:\/\/localhost:\d+\/\S+ from the redirect URLs/
            ) as string,
        },
        {
            table: 'sys_cors_rule',
            sysId: rule?.['sys_id'],
            what: `Delete the CORS rule "${rule?.['name']}".`,
        },
    ])
    // The next run says so, and leaves it alone, since another one may still be at work.
    const { shown, left } = await runVerification(instance)
    expect(shown.filter((text) => text.startsWith('An earlier run may have left'))).toHaveLength(2)
    expect([left, store.first('sys_cors_rule', 'nameSTARTSWITHOpenFin verify')]).toEqual([[], rule])
})

it('keeps the token that the command is signed in with, where the person signs in as the same user', async () => {
    const { access_token: token } = await instance.tokensOf('admin')
    const client = { authorization: `Bearer ${token}`, signal: new AbortController().signal }
    const outcome = await runVerification(instance, { client, person: createPerson({ userName: 'admin' }) })
    expect([outcome.ok, outcome.error, outcome.left, changed()]).toEqual([true, null, [], []])
    const { status } = await instance.client.userInfo(token)
    expect(status).toBe(200)
})
