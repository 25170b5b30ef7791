import type { Row } from '../../src/core/store/types'
import type { JobsInstance } from './instance'

/** The nodes of an instance with two: how they share events and jobs. */
export function describeNodes(instance: () => JobsInstance): void {
    const events = (query = ''): Row[] => instance().host.store.query('sysevent', { query })
    const states = (name: string) => events(`name=${name}`).map(({ state }) => state)

    describe('nodes', () => {
        const busy = `var end = new Date().getTime() + 30; while (new Date().getTime() < end) {}`

        it('share the events of a queue', async () => {
            instance().add('sysevent_script_action', {
                name: 'work',
                script: busy,
                event_name: 'zoo.work',
                active: '1',
            })
            for (let n = 0; n < 10; n++) instance().add('sysevent', { name: 'zoo.work' })
            instance().job('Nothing', '')
            await instance().run('Nothing')
            const shares = new Set(events('name=zoo.work').map(({ claimed_by }) => claimed_by))
            expect([...shares].sort()).toEqual(['local-instance:1', 'local-instance:2'])
            expect(new Set(states('zoo.work'))).toEqual(new Set(['processed']))
        })

        it('share a queue that gs.eventQueue() names, and each event is processed once', async () => {
            instance().add('sysevent_script_action', {
                name: 'Once',
                active: '1',
                event_name: 'x.named',
                script: `gs.info('once ' + event.parm1)`,
            })
            instance().job(
                'Name a queue',
                `for (var i = 0; i < 40; i++) gs.eventQueue('x.named', null, String(i), '', 'x_own_queue')`
            )
            expect(await instance().run('Name a queue')).toMatchObject({ transactions: 41, nodes_lost: 0 })
            const found = events('name=x.named')
            expect(new Set(found.map(({ queue }) => queue))).toEqual(new Set(['x_own_queue']))
            expect(new Set(found.map(({ claimed_by }) => claimed_by)).size).toBe(2)
            const logged = instance()
                .messages()
                .filter((message) => message.startsWith('once'))
            expect(logged).toHaveLength(40)
            expect(new Set(logged).size).toBe(40)
        })

        /**
         * Queues 12 events, processes them in two concurrent runs; returns the nodes of the scripts that ran at
         * the same time.
         */
        async function processorsOf(queue: string): Promise<number[]> {
            instance().add('sysevent_script_action', {
                name: 'Read',
                active: '1',
                event_name: 'x.queued',
                script: `gs.info('read ' + event.parm1)`,
            })
            for (let n = 21; n >= 10; n--) {
                const due = `2020-01-01 00:00:${n}`
                instance().add('sysevent', { name: 'x.queued', queue, parm1: String(n), process_on: due })
            }
            instance().job('Nothing', '')
            let now: number[] = []
            let most: number[] = []
            const { scripts } = instance().host
            const run = scripts.run.bind(scripts)
            const ran = jest.spyOn(scripts, 'run').mockImplementation(async (job) => {
                const node = job.node ?? 0
                now.push(node)
                if (now.length > most.length) most = [...now].sort()
                const outcome = await run(job)
                now = now.toSpliced(now.indexOf(node), 1)
                return outcome
            })
            await Promise.all([instance().run('Nothing'), instance().run('Nothing')])
            ran.mockRestore()
            return most.map((node) => node - Math.min(...most) + 1)
        }
        const register = (values: Record<string, string>) =>
            instance().add('sysevent_queue', { queue: 'x_acme.own', ...values })

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
            const read = instance()
                .messages()
                .filter((message) => /^read \d+$/.test(message))
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
            expect(
                instance()
                    .messages()
                    .filter((message) => message.includes('"x_acme.other"'))
            ).toHaveLength(1)
        })

        it('run a job twice in parallel if two runs are requested, each on its own node', async () => {
            // Each run waits until it sees the other one's mark, which would never happen in sequential runs.
            instance().job(
                'Meet',
                `var mark = new GlideRecord('sys_properties'); mark.name = 'x.meet.' + gs.generateGUID(); mark.insert();
            var seen = 0;
            for (var i = 0; i < 20000 && seen < 2; i++) {
                var gr = new GlideRecord('sys_properties'); gr.addQuery('name', 'STARTSWITH', 'x.meet.'); gr.query();
                seen = gr.getRowCount();
            }
            gs.info('met ' + seen)`
            )
            const ran = jest.spyOn(instance().host.scripts, 'run')
            const runs = await Promise.all([instance().run('Meet'), instance().run('Meet')])
            expect(new Set(ran.mock.calls.map(([{ node }]) => node)).size).toBe(2)
            ran.mockRestore()
            expect(
                instance()
                    .messages()
                    .filter((message) => message === 'met 2')
            ).toHaveLength(2)
            for (const run of runs) expect(run).toMatchObject({ transactions: 1, nodes_lost: 0 })
        })

        it('claim an event by an index, so that other events in the queue cost nothing', () => {
            const index = instance().host.store.first(
                'sys_index',
                'logical_table_name=sysevent^index_col_nameLIKEprocess_on'
            )
            expect(index?.['index_col_name']).toBe('state,queue,process_on')
            const { sys_id } = instance().host.store.insert('sysevent', { name: 'x.any' })
            expect(events(`sys_id=${sys_id}`)[0]?.['process_on']).toMatch(/^\d{4}-/)
        })

        it('process everything if one goes down midway; its current work is lost, and the run reports it', async () => {
            const { status } = await instance().local('/nodes/kill', { node: 3 })
            expect(status).toBe(400)
            instance().add('sysevent_script_action', {
                name: 'stuck',
                script: `gs.info('begun ' + event.parm1); if (event.parm1 == 'stuck') { while (true) {} }`,
                event_name: 'zoo.work',
                active: '1',
            })
            instance().add('sysevent', { name: 'zoo.work', parm1: 'stuck' })
            instance().job('Nothing', '')
            const run = instance().run('Nothing')
            await until(() => instance().messages().includes('begun stuck'))
            const node = Number(events('parm1=stuck')[0]?.['claimed_by']?.slice(-1))
            for (let n = 0; n < 5; n++) instance().add('sysevent', { name: 'zoo.work', parm1: `quick ${n}` })
            expect((await instance().local('/nodes/kill', { node })).body).toEqual({ node, state: 'killed' })
            expect(await run).toMatchObject({ nodes_lost: 1 })
            expect(events('parm1=stuck')[0]?.['state']).toBe('processing')
            expect(events('parm1STARTSWITHquick').map(({ state }) => state)).toEqual(
                Array(5).fill('processed')
            )
            expect((await instance().local('/nodes/kill', { node, restart: true })).body).toEqual({
                node,
                state: 'running',
            })
            expect(await instance().run('Nothing')).toMatchObject({ nodes_lost: 0 })
        })

        it('run nothing while all are down', async () => {
            instance().job('Nothing', '')
            for (const node of [1, 2]) await instance().local('/nodes/kill', { node })
            expect((await instance().local('/jobs/run', { name: 'Nothing' })).status).toBe(503)
            for (const node of [1, 2]) await instance().local('/nodes/kill', { node, restart: true })
            expect((await instance().local('/jobs/run', { name: 'Nothing' })).status).toBe(200)
        })
    })
}

/** Waits for an action of another thread. */
async function until(happened: () => boolean): Promise<void> {
    while (!happened()) await new Promise(setImmediate)
}
