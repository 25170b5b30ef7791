import { startInstance, type JobsInstance } from './instance'
import { describeNodes } from './nodes'

let instance: JobsInstance

beforeAll(async () => {
    instance = await startInstance({ nodes: 2 })
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const events = (query = '') => instance.host.store.query('sysevent', { query })
const states = (name: string) => events(`name=${name}`).map(({ state }) => state)

describe('running a job by name', () => {
    it('runs its script at once and returns its totals', async () => {
        instance.job(
            'Greet',
            `var gr = new GlideRecord('sys_user'); gr.query(); gs.info('Hello from ' + gs.getUserName())`
        )
        const run = await instance.run('Greet')
        expect(Object.keys(run)).toEqual([
            'transactions',
            'db_statements',
            'outbound_calls',
            'ms',
            'nodes_lost',
        ])
        expect(run).toMatchObject({ transactions: 1, db_statements: 1, outbound_calls: 0, nodes_lost: 0 })
        expect(run.ms).toBeGreaterThan(0)
        expect(instance.messages()).toContain('Hello from system')
    })

    it('runs an inactive one, and none of those that are merely due', async () => {
        instance.job('Idle', `gs.info('idle ran')`, { active: '0' })
        instance.job('Due', `gs.info('due ran')`, {
            run_type: 'periodically',
            run_period: '1970-01-01 00:00:01',
        })
        instance.clock.advance(86_400_000)
        await instance.run('Idle')
        expect(instance.messages()).toContain('idle ran')
        expect(instance.messages()).not.toContain('due ran')
    })

    it('runs as its "run as" user, by sys_id or name', async () => {
        const beth = instance.host.store.first('sys_user', 'user_name=beth.anglin')
        instance.job('By id', `gs.info('1 ' + gs.getUserName())`, { run_as: beth?.['sys_id'] ?? '' })
        instance.job('By name', `gs.info('2 ' + gs.getUserName())`, { run_as: 'beth.anglin' })
        instance.job('Nobody', `gs.info('3 ' + gs.getUserName())`, { run_as: 'who.is.that' })
        for (const name of ['By id', 'By name', 'Nobody']) await instance.run(name)
        expect(instance.messages()).toEqual(expect.arrayContaining(['1 beth.anglin', '2 beth.anglin']))
        expect(instance.messages().join()).not.toContain('3 ')
        expect(instance.messages().join()).toContain('The "Run as" user does not exist')
    })

    it('checks the condition of a conditional job first', async () => {
        instance.job('Yes', `gs.info('yes ran')`, { conditional: '1', condition: '1 < 2' })
        instance.job('No', `gs.info('no ran')`, { conditional: '1', condition: 'answer = false' })
        instance.job('Broken', `gs.info('broken ran')`, { conditional: '1', condition: 'nonsense.here' })
        instance.job('Ignored', `gs.info('ignored ran')`, { conditional: '0', condition: 'false' })
        for (const name of ['Yes', 'No', 'Broken', 'Ignored']) await instance.run(name)
        const ran = instance.messages().filter((message) => message.endsWith(' ran'))
        expect(ran).toEqual(['yes ran', 'ignored ran'])
    })

    it('handles a script that throws, and logs it', async () => {
        instance.job('Throws', `gs.eventQueue('x.y', null, '', ''); throw new Error('no luck')`)
        expect(await instance.run('Throws')).toMatchObject({ transactions: 1, nodes_lost: 0 })
        expect(instance.messages().filter((message) => message.includes('no luck'))).toHaveLength(1)
        expect(states('x.y')).toEqual(['processed'])
    })

    it.each([
        [{ name: 'No such job' }, 404],
        [{ name: 'x^ORactive=true' }, 404],
        [{ name: '' }, 400],
        [{ name: 7 }, 400],
        [{}, 400],
        [{ name: 'x', force: true }, 400],
    ])('rejects %j', async (body, status) => {
        instance.job('x', '')
        const answer = await instance.local<{ error: { message: string } }>('/jobs/run', body)
        expect(answer.status).toBe(status)
        expect(answer.body.error.message).not.toBe('')
    })
})

describe('events', () => {
    it('run their script actions in order, with event and current, until none is left', async () => {
        const incident = instance.host.store.first('incident', '')
        const number = incident?.['number']
        const action = (name: string, order: string, script: string, more = {}) =>
            instance.add('sysevent_script_action', {
                name,
                order,
                script,
                event_name: 'zoo.opened',
                active: '1',
                ...more,
            })
        action('second', '200', `gs.info('second')`)
        action(
            'first',
            '100',
            `gs.info('first ' + event.parm1 + ' ' + event.parm2 + ' ' + event.name + ' ' + current.getValue('number'))`
        )
        action('off', '50', `gs.info('off')`, { active: '0' })
        action('not this time', '60', `gs.info('not this time')`, {
            condition_script: `event.parm1 == 'other'`,
        })
        action('again', '300', `if (event.parm2 == 'b') gs.eventQueue('zoo.opened', current, 'c', 'd')`)
        instance.job(
            'Open',
            `var gr = new GlideRecord('incident'); gr.get('number', '${number}'); gs.eventQueue('zoo.opened', gr, 'a', 'b')`
        )
        const run = await instance.run('Open')
        // The job; then per event: the condition, and three scripts.
        expect(run.transactions).toBe(9)
        const said = instance.messages().filter((message) => /^(first|second|off|not)/.test(message))
        expect(said).toEqual([
            `first a b zoo.opened ${number}`,
            'second',
            `first c d zoo.opened ${number}`,
            'second',
        ])
        expect(states('zoo.opened')).toEqual(['processed', 'processed'])
        expect(events('name=zoo.opened^processedISEMPTY')).toEqual([])
    })

    it('end as an error if a script action throws; the others still run', async () => {
        instance.add('sysevent_script_action', {
            name: 'bad',
            order: '1',
            script: 'throw 1',
            event_name: 'zoo.x',
            active: '1',
        })
        instance.add('sysevent_script_action', {
            name: 'good',
            order: '2',
            script: `gs.info('good ran')`,
            event_name: 'zoo.x',
            active: '1',
        })
        instance.job('X', `gs.eventQueue('zoo.x', null, '', '')`)
        await instance.run('X')
        expect(states('zoo.x')).toEqual(['error'])
        expect(instance.messages()).toContain('good ran')
    })

    it('are put into the queue of their registration, and wait until they are due', async () => {
        instance.add('sysevent_register', { event_name: 'zoo.slow', queue: 'zoo_queue' })
        instance.add('sysevent', { name: 'zoo.slow', process_on: '2099-01-01 00:00:00' })
        instance.job('Slow', `gs.eventQueue('zoo.slow', null, '', '')`)
        await instance.run('Slow')
        expect(events('name=zoo.slow^ORDERBYstate').map(({ state, queue }) => [state, queue])).toEqual([
            ['processed', 'zoo_queue'],
            ['ready', 'zoo_queue'],
        ])
    })

    it('wait for a job run even if only the clock moves', async () => {
        instance.add('sysevent', { name: 'zoo.waits' })
        await instance.local('/clock', { advance_s: 86_400 })
        expect(states('zoo.waits')).toEqual(['ready'])
    })

    it('truncate a registered name silently at 40 characters, as the platform does', () => {
        const sysId = instance.add('sysevent_register', { event_name: 'x_acme_zoo.'.padEnd(45, 'a') })
        expect(instance.host.store.get('sysevent_register', sysId)?.['event_name']).toHaveLength(40)
    })
})

describeNodes(() => instance)
