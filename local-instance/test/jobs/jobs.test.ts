import { startInstance, type JobsInstance } from './instance'

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

describe('nodes', () => {
    const busy = `var end = new Date().getTime() + 30; while (new Date().getTime() < end) {}`

    it('share the events of a queue', async () => {
        instance.add('sysevent_script_action', {
            name: 'work',
            script: busy,
            event_name: 'zoo.work',
            active: '1',
        })
        for (let n = 0; n < 10; n++) instance.add('sysevent', { name: 'zoo.work' })
        instance.job('Nothing', '')
        await instance.run('Nothing')
        const shares = new Set(events('name=zoo.work').map(({ claimed_by }) => claimed_by))
        expect([...shares].sort()).toEqual(['local-instance:1', 'local-instance:2'])
        expect(new Set(states('zoo.work'))).toEqual(new Set(['processed']))
    })

    it('share a queue that gs.eventQueue() names, and each event is processed once', async () => {
        instance.add('sysevent_script_action', {
            name: 'Once',
            active: '1',
            event_name: 'x.named',
            script: `gs.info('once ' + event.parm1)`,
        })
        instance.job(
            'Name a queue',
            `for (var i = 0; i < 40; i++) gs.eventQueue('x.named', null, String(i), '', 'x_own_queue')`
        )
        expect(await instance.run('Name a queue')).toMatchObject({ transactions: 41, nodes_lost: 0 })
        const found = events('name=x.named')
        expect(new Set(found.map(({ queue }) => queue))).toEqual(new Set(['x_own_queue']))
        expect(new Set(found.map(({ claimed_by }) => claimed_by)).size).toBe(2)
        const logged = instance.messages().filter((message) => message.startsWith('once'))
        expect(logged).toHaveLength(40)
        expect(new Set(logged).size).toBe(40)
    })

    /**
     * Queues 12 events, processes them in two concurrent runs; returns the nodes of the scripts that ran at
     * the same time.
     */
    async function processorsOf(queue: string): Promise<number[]> {
        instance.add('sysevent_script_action', {
            name: 'Read',
            active: '1',
            event_name: 'x.queued',
            script: `gs.info('read ' + event.parm1)`,
        })
        for (let n = 21; n >= 10; n--) {
            const due = `2020-01-01 00:00:${n}`
            instance.add('sysevent', { name: 'x.queued', queue, parm1: String(n), process_on: due })
        }
        instance.job('Nothing', '')
        let now: number[] = []
        let most: number[] = []
        const { scripts } = instance.host
        const run = scripts.run.bind(scripts)
        const ran = jest.spyOn(scripts, 'run').mockImplementation(async (job) => {
            const node = job.node ?? 0
            now.push(node)
            if (now.length > most.length) most = [...now].sort()
            const outcome = await run(job)
            now = now.toSpliced(now.indexOf(node), 1)
            return outcome
        })
        await Promise.all([instance.run('Nothing'), instance.run('Nothing')])
        ran.mockRestore()
        return most.map((node) => node - Math.min(...most) + 1)
    }
    const register = (values: Record<string, string>) =>
        instance.add('sysevent_queue', { queue: 'x_acme.own', ...values })

    it.each([
        ['one on each node by default', {}, [1, 2]],
        ['a number per node by "Scale with node"', { job_config_value: '3' }, [1, 1, 1, 2, 2, 2]],
        ['a total number by "Constant"', { job_config: 'job_count', job_config_value: '3' }, [1, 1, 2]],
        ['one in total by "Constant"', { job_config: 'job_count' }, [1]],
        ['one in total for a sequence', { processing_order: 'sequential', job_config_value: '3' }, [1]],
    ])('give a queue with automatic job scheduling its processors: %s', async (_what, values, nodes) => {
        register(values)
        expect(await processorsOf('x_acme.own')).toEqual(nodes)
        expect(new Set(states('x.queued'))).toEqual(new Set(['processed']))
        const read = instance.messages().filter((message) => /^read \d+$/.test(message))
        if (nodes.length === 1) expect(read).toEqual([...read].sort())
        expect(new Set(read).size).toBe(12)
    })

    it('do not process a queue without automatic job scheduling or without processors', async () => {
        register({ automatic_processing: '0' })
        expect(await processorsOf('x_acme.own')).toEqual([])
        register({ queue: 'x_acme.none', job_config_value: '0' })
        expect(await processorsOf('x_acme.none')).toEqual([])
        expect(states('x.queued')).toEqual(new Array(24).fill('ready'))
    })

    it('process an unregistered queue, and log once that a platform does not', async () => {
        expect(await processorsOf('x_acme.other')).toEqual([1, 2])
        expect(instance.messages().filter((message) => message.includes('"x_acme.other"'))).toHaveLength(1)
    })

    it('run a job twice in parallel if two runs are requested, each on its own node', async () => {
        // Each run waits until it sees the other one's mark, which would never happen in sequential runs.
        instance.job(
            'Meet',
            `var mark = new GlideRecord('sys_properties'); mark.name = 'x.meet.' + gs.generateGUID(); mark.insert();
            var seen = 0;
            for (var i = 0; i < 20000 && seen < 2; i++) {
                var gr = new GlideRecord('sys_properties'); gr.addQuery('name', 'STARTSWITH', 'x.meet.'); gr.query();
                seen = gr.getRowCount();
            }
            gs.info('met ' + seen)`
        )
        const ran = jest.spyOn(instance.host.scripts, 'run')
        const runs = await Promise.all([instance.run('Meet'), instance.run('Meet')])
        expect(new Set(ran.mock.calls.map(([{ node }]) => node)).size).toBe(2)
        ran.mockRestore()
        expect(instance.messages().filter((message) => message === 'met 2')).toHaveLength(2)
        for (const run of runs) expect(run).toMatchObject({ transactions: 1, nodes_lost: 0 })
    })

    it('claim an event by an index, so that other events in the queue cost nothing', () => {
        const index = instance.host.store.first(
            'sys_index',
            'logical_table_name=sysevent^index_col_nameLIKEprocess_on'
        )
        expect(index?.['index_col_name']).toBe('state,queue,process_on')
        const { sys_id } = instance.host.store.insert('sysevent', { name: 'x.any' })
        expect(events(`sys_id=${sys_id}`)[0]?.['process_on']).toMatch(/^\d{4}-/)
    })

    it('process everything if one goes down midway; its current work is lost, and the run reports it', async () => {
        const { status } = await instance.local('/nodes/kill', { node: 3 })
        expect(status).toBe(400)
        instance.add('sysevent_script_action', {
            name: 'stuck',
            script: `gs.info('begun ' + event.parm1); if (event.parm1 == 'stuck') { while (true) {} }`,
            event_name: 'zoo.work',
            active: '1',
        })
        instance.add('sysevent', { name: 'zoo.work', parm1: 'stuck' })
        instance.job('Nothing', '')
        const run = instance.run('Nothing')
        await until(() => instance.messages().includes('begun stuck'))
        const node = Number(events('parm1=stuck')[0]?.['claimed_by']?.slice(-1))
        for (let n = 0; n < 5; n++) instance.add('sysevent', { name: 'zoo.work', parm1: `quick ${n}` })
        expect((await instance.local('/nodes/kill', { node })).body).toEqual({ node, state: 'killed' })
        expect(await run).toMatchObject({ nodes_lost: 1 })
        expect(events('parm1=stuck')[0]?.['state']).toBe('processing')
        expect(events('parm1STARTSWITHquick').map(({ state }) => state)).toEqual(Array(5).fill('processed'))
        expect((await instance.local('/nodes/kill', { node, restart: true })).body).toEqual({
            node,
            state: 'running',
        })
        expect(await instance.run('Nothing')).toMatchObject({ nodes_lost: 0 })
    })

    it('run nothing while all are down', async () => {
        instance.job('Nothing', '')
        for (const node of [1, 2]) await instance.local('/nodes/kill', { node })
        expect((await instance.local('/jobs/run', { name: 'Nothing' })).status).toBe(503)
        for (const node of [1, 2]) await instance.local('/nodes/kill', { node, restart: true })
        expect((await instance.local('/jobs/run', { name: 'Nothing' })).status).toBe(200)
    })
})

/** Waits for an action of another thread. */
async function until(happened: () => boolean): Promise<void> {
    while (!happened()) await new Promise(setImmediate)
}
