import { startDeployed, type DeployedInstance } from '../../../test/support/deployed-instance'
import { createPerson } from '../support/person'
import { runVerification } from '../support/run-verification'
import { changedTables, digestsOf } from '../support/stored'
import { BROKEN_SET_UPS } from './broken-set-ups'

/**
 * What stays on an instance: tokens that have ended, the app's records of requests, and what the platform itself notes of
 * changes (update sets), sessions and uses of Basic authentication, and the log.
 */
const TRACES =
    /^(oauth_credential|x_opfi_openfin_request|sys_update_xml|sys_user_session|sys_user_basic_auth_exception|syslog|local_.*)$/
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
    it('passes, refutes no assumption, and leaves nothing but traces', async () => {
        const before = digestsOf(instance)
        const outcome = await runVerification(instance)
        expect([failed(outcome), outcome.ok, outcome.error, outcome.left]).toEqual([[], true, null, []])
        expect(outcome.assumptions.filter(({ status }) => status === 'refuted')).toEqual([])
        expect(changedTables(before, digestsOf(instance)).filter((name) => !TRACES.test(name))).toEqual([])
        expect(liveTokens()).toBe(0)
        expect(leaksOf(outcome)).toEqual([])
    })

    it('asks for one sign-in and one consent', async () => {
        const person = createPerson()
        const { opened } = await runVerification(instance, { person })
        expect([opened.length, person.consents()]).toEqual([1, 1])
    })

    it('checks the slow things and the switches where it is asked to', async () => {
        const before = digestsOf(instance)
        const person = createPerson({ choices: ['Allow', 'Deny', 'Allow'] })
        const outcome = await runVerification(instance, { person, slow: true, offSwitch: true })
        const passed = outcome.results.filter(({ status }) => status === 'passed').map(({ name }) => name)
        expect([failed(outcome), outcome.ok]).toEqual([[], true])
        expect(passed).toEqual(
            expect.arrayContaining(['redirect_bound', 'code_expiry', 'deny', 'off_switch', 'lockdown'])
        )
        const seen = outcome.assumptions.filter(({ status }) => status === 'confirmed').map(({ id }) => id)
        expect(seen).toEqual(expect.arrayContaining(['F-OAUTH-8', 'F-OAUTH-13', 'F-REST-12', 'F-APP-10']))
        expect(changedTables(before, digestsOf(instance)).filter((name) => !TRACES.test(name))).toEqual([])
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
