import { createClock } from '../../src/core/clock'
import { startInstance, type JobsInstance } from '../jobs/instance'
import { pack, SCOPE, zoo } from '../deployment/app'
import { basic, upload } from '../deployment/instance'
import { sessionOf } from '../support/session'
import { describeAccess } from './access'
import { describeFaultCalls } from './fault-calls'

const START = Date.parse('2026-11-22T12:00:00Z')

let instance: JobsInstance

beforeAll(async () => {
    instance = await startInstance({ nodes: 2, clock: createClock({ now: START }) })
})

afterEach(async () => {
    expect((await instance.local('/reset', {})).status).toBe(200)
})

afterAll(() => instance.close())

interface Refusal {
    error: { message: string; detail: string | null }
    status: string
}
const refusal = async (path: string, body: unknown): Promise<[number, string]> => {
    const answer = await instance.local<Refusal>(path, body)
    return [answer.status, answer.body.error.message]
}
const near = (iso: unknown, expected: number) =>
    expect(Math.abs(Date.parse(String(iso)) - expected)).toBeLessThan(60_000)

describeAccess(() => instance)

describe('POST /local/clock', () => {
    it('moves the clock forward and back, or to a time, from which it keeps running', async () => {
        near((await instance.local('/clock', { advance_s: 3600 })).body['now'], START + 3_600_000)
        near((await instance.local('/clock', { advance_s: -7200 })).body['now'], START - 3_600_000)
        near(
            (await instance.local('/clock', { now: '2030-01-01T00:00:00Z' })).body['now'],
            Date.parse('2030-01-01T00:00:00Z')
        )
        near(
            (await instance.local('/clock', { now: '2030-01-01T01:00:00+01:00' })).body['now'],
            Date.parse('2030-01-01T00:00:00Z')
        )
    })

    it.each([
        {},
        { advance_s: 1, now: '2030-01-01T00:00:00Z' },
        { advance_s: '3600' },
        { advance_s: 1e300 },
        { now: 'tomorrow' },
        { now: '2030-13-01T00:00:00Z' },
        { now: 1_900_000_000_000 },
        { now: '1969-12-31T23:59:59Z' },
        { seconds: 5 },
    ])('rejects %j', async (body) => {
        const [status, message] = await refusal('/clock', body)
        expect(status).toBe(400)
        expect(message).not.toBe('')
        near(new Date(instance.clock.now()).toISOString(), START)
    })

    it('rejects a body that is not a JSON object', async () => {
        for (const body of ['{', '[]', '"x"', 'null', '{"advance_s":1']) {
            const answer = await fetch(`${instance.url}/local/clock`, {
                method: 'POST',
                headers: { authorization: basic() },
                body,
            })
            expect([body, answer.status]).toEqual([body, 400])
        }
    })
})

describe('POST /local/script', () => {
    it('returns the last value as text, and the log lines', async () => {
        const { status, body } = await instance.local<{ result: string; log: object[] }>('/script', {
            scope: 'global',
            script: `gs.warn('careful'); 6 * 7`,
        })
        expect(status).toBe(200)
        expect(body.result).toBe('42')
        expect(body.log).toMatchObject([{ level: 'warn', message: 'careful' }])
        expect(Object.keys(body)).toEqual(['result', 'log'])
    })

    it('runs as admin, with the rights of its scope', async () => {
        await upload(instance.url, {
            zip: pack(zoo()),
            query: 'sysparm_request_type=custom_app',
            headers: { authorization: basic() },
        })
        const result = async (scope: string, script: string) =>
            (await instance.local('/script', { scope, script })).body['result']
        expect(await result(SCOPE, 'gs.getUserName()')).toBe('admin')
        expect(await result(SCOPE, 'gs.getCurrentScopeName()')).toBe(SCOPE)
        expect(
            await result(SCOPE, `var gr = new GlideRecord('${SCOPE}_animal'); gr.query(); gr.getRowCount()`)
        ).toBe('2')
    })

    it('returns 422 with message and line if the script throws', async () => {
        const { status, body } = await instance.local<{ error: object; log: object[] }>('/script', {
            scope: 'global',
            script: `gs.info('before');\n\nthrow new Error('no luck')`,
        })
        expect(status).toBe(422)
        expect(body.error).toEqual({ message: expect.stringContaining('no luck') as string, line: 3 })
        expect(JSON.stringify(body.log)).toContain('before')
    })

    it('rejects an unknown scope and an invalid script', async () => {
        expect((await refusal('/script', { scope: 'x_no_such', script: '1' }))[0]).toBe(404)
        expect((await refusal('/script', { scope: 'x^ORscope=global', script: '1' }))[0]).toBe(404)
        expect((await refusal('/script', { scope: 'global' }))[0]).toBe(400)
        expect((await refusal('/script', { scope: 'global', script: 7 }))[0]).toBe(400)
    })
})

describe('GET /local/log and /local/stats', () => {
    it('list the log, oldest first', async () => {
        instance.host.log.write('info', 'Zoo', 'first')
        instance.host.log.write('error', 'Zoo', 'second')
        const { body } = await instance.local<{ result: object[] }>('/log')
        expect(body.result.slice(-2)).toEqual([
            {
                level: 'info',
                source: 'Zoo',
                message: 'first',
                sys_created_on: expect.stringMatching(/^2026-11-22 12:/) as string,
            },
            {
                level: 'error',
                source: 'Zoo',
                message: 'second',
                sys_created_on: expect.any(String) as string,
            },
        ])
    })

    it('count per route and per job', async () => {
        instance.job('Count me', `new GlideRecord('sys_user').get('user_name', 'admin')`)
        await instance.run('Count me')
        await fetch(`${instance.url}/oauth_redirect.do`)
        const { body } = await instance.local<{ result: Record<string, Record<string, number>> }>('/stats')
        expect(body.result['sysauto_script.Count me']).toMatchObject({
            transactions: 1,
            db_statements: 1,
            outbound_calls: 0,
        })
        expect(body.result['GET /oauth_redirect.do']).toMatchObject({ transactions: 1 })
        expect(Object.keys(body.result).join()).not.toContain('/local')
    })
})

describeFaultCalls(() => instance, refusal)

describe('POST /local/nodes/kill', () => {
    it.each([{}, { node: 0 }, { node: 3 }, { node: '1' }, { node: 1, restart: 'yes' }])(
        'rejects %j',
        async (body) => {
            expect((await refusal('/nodes/kill', body))[0]).toBe(400)
        }
    )

    it('can be repeated, as can the restart', async () => {
        for (const restart of [false, false, true, true]) {
            const { status, body } = await instance.local('/nodes/kill', { node: 2, restart })
            expect([status, body]).toEqual([200, { node: 2, state: restart ? 'running' : 'killed' }])
        }
    })
})

describe('POST /local/reset', () => {
    it('restores the state right after start', async () => {
        const { store } = instance.host
        const uri = store.property('glide.servlet.uri')
        await upload(instance.url, {
            zip: pack(zoo()),
            query: 'sysparm_request_type=custom_app',
            headers: { authorization: basic() },
        })
        const cookie = await sessionOf(instance.url)
        await instance.local('/clock', { advance_s: 1e6 })
        await instance.local('/nodes/kill', { node: 2 })
        await instance.local('/faults', { path: '/oauth_token.do', status: 500 })
        store.insert('incident', { short_description: 'To be forgotten' })

        near((await instance.local('/reset', {})).body['now'], START)
        expect(store.dictionary.table(`${SCOPE}_animal`)).toBeUndefined()
        expect(store.count('sys_scope', { query: `scope=${SCOPE}` })).toBe(0)
        expect(store.count('incident', { query: 'short_description=To be forgotten' })).toBe(0)
        expect(store.count('incident')).toBeGreaterThan(0)
        expect(store.property('glide.servlet.uri')).toBe(uri)
        expect((await instance.local<{ result: object[] }>('/log')).body.result).toEqual([])
        expect((await fetch(`${instance.url}/api/now/table/incident`, { headers: { cookie } })).status).toBe(
            401
        )
        expect((await fetch(`${instance.url}/oauth_token.do`, { method: 'POST' })).status).toBe(401)
        expect((await instance.local('/nodes/kill', { node: 2, restart: true })).body).toMatchObject({
            state: 'running',
        })
    })

    it('allows installing apps and running scripts afterwards', async () => {
        const deploy = () =>
            upload(instance.url, {
                zip: pack(zoo()),
                query: 'sysparm_request_type=custom_app',
                headers: { authorization: basic() },
            })
        expect((await deploy()).status).toBe(200)
        await instance.local('/reset', {})
        expect((await deploy()).status).toBe(200)
        const script = `var gr = new GlideRecord('${SCOPE}_animal'); gr.query(); gr.getRowCount()`
        expect((await instance.local('/script', { scope: SCOPE, script })).body).toMatchObject({
            result: '2',
        })
    })

    it('takes no members', async () => {
        expect((await refusal('/reset', { hard: true }))[0]).toBe(400)
    })
})
