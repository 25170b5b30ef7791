import { startInstance, THING, type RulesInstance } from './instance'

let instance: RulesInstance

beforeAll(async () => {
    instance = await startInstance()
    instance.host.store.snapshot()
    instance.host.store.insert('sysauto_script', { name: 'Nothing', script: '', run_type: 'on_demand' })
    instance.host.store.snapshot()
})

afterEach(() => instance.host.store.restore())

afterAll(() => instance.close())

const later = { when: 'async_always' }

const runJobs = () => instance.local('/jobs/run', { name: 'Nothing' })

describe('an asynchronous rule', () => {
    it('runs when jobs run, once, as the writing user, with the current record and no previous', async () => {
        instance.rule('Later', {
            ...later,
            script: `gs.info(['later', gs.getUserName(), current.note, current.operation(), String(previous)].join(' '))`,
        })
        const { result } = await instance.api('POST', THING, { name: 'a' }, 'beth.anglin')
        instance.host.store.update(THING, result['sys_id'] ?? '', { note: 'changed' })
        expect(instance.messages().join()).not.toContain('later')
        expect(await runJobs()).toMatchObject({ transactions: 1 })
        await runJobs()
        const ran = instance.messages().filter((message) => message.startsWith('later'))
        expect(ran).toEqual(['later beth.anglin changed insert null'])
    })

    it('is queued by the conditions at the time of the write, and runs by priority', async () => {
        const rule = (name: string, values: Record<string, string>) =>
            instance.rule(name, { ...later, script: `gs.info('later ${name}')`, ...values })
        rule('low', { priority: '200' })
        rule('high', { priority: '1' })
        rule('not', { filter_condition: 'name=b' })
        rule('nor', { condition: `current.name == 'b'` })
        await instance.script(`var gr = new GlideRecord('${THING}'); gr.name = 'a'; gr.insert()`)
        await instance.local('/nodes/kill', { node: 2 })
        await runJobs()
        await instance.local('/nodes/kill', { node: 2, restart: true })
        const ran = instance.messages().filter((message) => message.startsWith('later'))
        expect(ran).toEqual(['later high', 'later low'])
    })

    it('gets a deleted record as it was', async () => {
        instance.rule('Gone', { ...later, action_delete: '1', script: `gs.info('later ' + current.name)` })
        const { result } = await instance.api('POST', THING, { name: 'a' })
        await instance.api('DELETE', `${THING}/${result['sys_id']}`)
        await runJobs()
        expect(instance.messages()).toContain('later a')
    })

    it('is not queued if the write is aborted', async () => {
        instance.rule('Later', { ...later, script: `gs.info('later')` })
        instance.rule('No', { script: 'current.setAbortAction(true)' })
        await instance.api('POST', THING, { name: 'a' })
        expect(await runJobs()).toMatchObject({ transactions: 0 })
    })

    it('can queue events, and their script actions can write records with rules', async () => {
        instance.rule('Later', { ...later, script: `gs.eventQueue('x.told', current, 'a', 'b')` })
        instance.host.store.insert('sysevent_script_action', {
            name: 'Tell',
            active: '1',
            event_name: 'x.told',
            script: `gs.info('told ' + current.name)
                if (current.name == 'a') { var gr = new GlideRecord('${THING}'); gr.name = 'b'; gr.insert() }`,
        })
        await instance.api('POST', THING, { name: 'a' })
        await runJobs()
        const told = instance.messages().filter((message) => message.startsWith('told'))
        expect(told).toEqual(['told a', 'told b'])
    })
})
