import { setUp } from '../../../setup/set-up'
import { ORIGIN, startDeployed, type DeployedInstance } from '../../../test/support/deployed-instance'
import { setProperty } from '../../../test/support/set-property'
import { createPerson } from '../support/person'
import { runVerification } from '../support/run-verification'
import { changedTables, digestsOf } from '../support/stored'
import { BROKEN_SET_UPS } from './broken-set-ups'

/**
 * What stays on an instance: tokens that have ended, the app's records of requests and of refreshes, and what the platform itself notes of
 * changes (update sets), sessions and uses of Basic authentication, and the log.
 */
const TRACES =
    /^(oauth_credential|x_opfi_openfin_(request|refresh_run|refresh_attempt|state)|sysevent|sys_update_xml|sys_user_session|sys_user_basic_auth_exception|syslog|local_.*)$/
/** What a run writes. */
const WRITTEN = ['oauth_entity', 'sys_cors_rule', 'sys_properties']

let instance: DeployedInstance
beforeAll(async () => {
    instance = await startDeployed()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const failed = ({ results }: { results: { name: string; status: string }[] }) =>
    results.filter(({ status }) => status === 'failed').map(({ name }) => name)
const liveTokens = () =>
    instance.records.query('oauth_credential', { query: `user.user_name=abel.tuter^expires>${now()}` }).length
const now = () => new Date(instance.clock.now()).toISOString().slice(0, 19).replace('T', ' ')

/** Where one of the run's secrets is: what was shown, what it found, and the tables and the log of the instance. */
function leaksOf({
    secrets,
    shown,
    results,
    assumptions,
    left,
}: Awaited<ReturnType<typeof runVerification>>) {
    const { records: store, log } = instance
    const rows = store.dictionary
        .tables()
        .map(({ name }) => [name, JSON.stringify(store.query(name))] as const)
    const places = [
        ...([
            ['shown', shown.join()],
            ['log', JSON.stringify(log.entries())],
        ] as const),
        ...[['outcome', JSON.stringify([results, assumptions, left])] as const, ...rows],
    ]
    expect(secrets.length).toBeGreaterThan(5)
    return places.flatMap(([place, text]) => (secrets.some((secret) => text.includes(secret)) ? [place] : []))
}

describe('on a set-up as it should be', () => {
    it('passes with one sign-in and one consent, refutes no assumption, and leaves nothing but traces', async () => {
        const before = digestsOf(instance)
        const person = createPerson()
        const outcome = await runVerification(instance, { person })
        expect([outcome.opened.length, person.consents()]).toEqual([1, 1])
        expect([failed(outcome), outcome.ok, outcome.error, outcome.left]).toEqual([[], true, null, []])
        expect(outcome.assumptions.filter(({ status }) => status === 'refuted')).toEqual([])
        expect(changedTables(before, digestsOf(instance)).filter((name) => !TRACES.test(name))).toEqual([])
        expect(outcome.assumptions.filter(({ evidence }) => evidence.includes('not reached'))).toEqual([])
        expect(liveTokens()).toBe(0)
        expect(leaksOf(outcome)).toEqual([])
    })

    it('uses the direct route where the setup chose it', async () => {
        const authorization = await instance.authorization()
        await setUp({ instanceUrl: instance.url, authorization, origins: [ORIGIN], route: 'direct' })
        const outcome = await runVerification(instance)
        expect([failed(outcome), outcome.ok]).toEqual([[], true])
        const reasons = new Map(outcome.results.map(({ name, reason }) => [name as string, reason]))
        expect(reasons.get('token_route')).toBe('/oauth_token.do refuses an unknown code (401 server_error).')
        expect(reasons.get('other_route')).toContain('the open routes of the app are closed')
    })

    it('looks at the CORS headers of the direct route where both are open', async () => {
        await setProperty(instance, 'glide.oauth.cors.allowed.origin', 'app.example.com')
        const { results, assumptions } = await runVerification(instance)
        expect(results.find(({ name }) => name === 'other_route')).toMatchObject({ status: 'passed' })
        expect(assumptions.find(({ id }) => id === 'F-OAUTH-21')).toMatchObject({
            status: 'unknown',
            evidence: expect.stringContaining('a preflight was answered 204') as string,
        })
    })

    it('asks for another consent where a wrong verifier uses the code up', async () => {
        const person = createPerson()
        const authorization = await instance.authorization()
        const client = {
            ...{ authorization, signal: new AbortController().signal },
            async fetch(...[input, init]: Parameters<typeof fetch>) {
                const response = await fetch(input, init)
                const isWrong = String(init?.body ?? '').includes('no-such-code-verifier')
                if (isWrong) instance.records.deleteMultiple('local_oauth_code', '')
                return response
            },
        }
        const outcome = await runVerification(instance, { person, client })
        expect([failed(outcome), outcome.opened.length, person.consents()]).toEqual([[], 1, 2])
        expect(outcome.assumptions).toContainEqual({
            ...{ id: 'F-OAUTH-7', status: 'refuted', evidence: 'A wrong verifier used the code up.' },
        })
    })

    it('checks the slow things and the switches where it is asked to', async () => {
        instance.records.updateMultiple('oauth_entity', 'type=client^name=OpenFin', {
            access_token_lifespan: '120',
        })
        const before = digestsOf(instance)
        const person = createPerson({ choices: ['Allow', 'Allow', 'Deny', 'Allow'] })
        const outcome = await runVerification(instance, { person, slow: true, offSwitch: true })
        const passed = outcome.results.filter(({ status }) => status === 'passed').map(({ name }) => name)
        expect([failed(outcome), outcome.ok]).toEqual([[], true])
        expect(passed).toEqual(
            expect.arrayContaining([
                ...['redirect_bound', 'code_expiry', 'deny', 'off_switch', 'lockdown'],
                'access_token_expiry',
            ])
        )
        const seen = outcome.assumptions.filter(({ status }) => status === 'confirmed').map(({ id }) => id)
        expect(seen).toEqual(expect.arrayContaining(['F-OAUTH-8', 'F-OAUTH-13', 'F-REST-12', 'F-APP-10']))
        expect(changedTables(before, digestsOf(instance)).filter((name) => !TRACES.test(name))).toEqual([])
    })

    it('has the app renew a token of the instance at itself where it is asked to, and removes all of it', async () => {
        const before = digestsOf(instance)
        const jobs = ['OpenFin: find OAuth tokens', 'OpenFin: refresh OAuth tokens']
        const outcome = await runVerification(instance, {
            outbound: true,
            async pause() {
                instance.clock.advance(200_000)
                for (const name of jobs) await instance.admin('POST', '/local/jobs/run', { name })
            },
        })
        expect(outcome.results.find(({ name }) => name === 'outbound')).toMatchObject({ status: 'passed' })
        expect(outcome.assumptions).toContainEqual(
            expect.objectContaining({ id: 'F-APP-27', status: 'confirmed' })
        )
        expect([outcome.ok, outcome.left]).toEqual([true, []])
        expect(changedTables(before, digestsOf(instance)).filter((name) => !TRACES.test(name))).toEqual([])
        expect(leaksOf(outcome)).toEqual([])
    })
})

describe('on a set-up that is broken', () => {
    it.each(BROKEN_SET_UPS)('$what: it says so in the right place', async ({ spoil, fails }) => {
        await spoil(instance)
        const before = digestsOf(instance, WRITTEN)
        const outcome = await runVerification(instance)
        expect([failed(outcome), outcome.error]).toEqual([fails, null])
        expect(outcome.ok).toBe(false)
        expect(changedTables(before, digestsOf(instance, WRITTEN))).toEqual([])
        expect(liveTokens()).toBe(0)
    })
})
