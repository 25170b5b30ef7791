import { createClock } from '../../src/core/clock'
import { jobsOf } from '../../src/plugins/jobs/jobs'
import { startScheduler, type Scheduler } from '../../src/plugins/jobs/scheduler'
import { startInstance, type JobsInstance } from './instance'

let instance: JobsInstance
let scheduler: Scheduler

beforeEach(async () => {
    instance = await startInstance({
        clock: createClock({ now: Date.parse('2026-11-22T12:00:00Z'), frozen: true }),
    })
    scheduler = startScheduler(instance.host, jobsOf(instance.host))
})

afterEach(async () => {
    scheduler.stop()
    await instance.close()
})

const said = (text: string) => instance.messages().filter((message) => message === text).length
const later = (seconds: number) => {
    instance.clock.advance(seconds * 1000)
    return scheduler.tick()
}

describe('the schedule (--run-jobs)', () => {
    it('runs a periodic job by the instance’s clock, once per check', async () => {
        instance.job('Every three minutes', `gs.info('tick')`, {
            run_type: 'periodically',
            run_period: '1970-01-01 00:03:00',
            run_start: '2026-11-22 12:00:00',
        })
        await later(60)
        expect(said('tick')).toBe(0)
        await later(120)
        expect(said('tick')).toBe(1)
        await later(0)
        expect(said('tick')).toBe(1)
        // The clock skips several of its times: one run covers them.
        await later(86_400)
        expect(said('tick')).toBe(2)
        await later(180)
        expect(said('tick')).toBe(3)
    })

    it('skips a job whose previous run is still in progress', async () => {
        const untilTold = `gs.info('begun'); while (!new GlideRecord('sys_user_group').get('name', 'Go on')) {}`
        instance.job('Slow', untilTold, {
            run_type: 'periodically',
            run_period: '1970-01-01 00:00:10',
            run_start: '2026-11-22 12:00:00',
        })
        const first = later(10)
        await later(10)
        instance.add('sys_user_group', { name: 'Go on' })
        await first
        expect(said('begun')).toBe(1)
        await later(10)
        expect(said('begun')).toBe(2)
    })

    it('runs only active jobs, and follows a changed schedule', async () => {
        const values = { run_type: 'daily', run_time: '1970-01-01 13:00:00' }
        const sysId = instance.job('Daily', `gs.info('daily')`, values)
        instance.job('Off', `gs.info('off')`, { ...values, active: '0' })
        await later(1800)
        instance.host.store.update('sysauto_script', sysId, { run_time: '1970-01-01 15:00:00' })
        await later(3600)
        expect(said('daily')).toBe(0)
        await later(2 * 3600)
        expect(said('daily')).toBe(1)
        instance.host.store.delete('sysauto_script', sysId)
        await later(86_400)
        expect([said('daily'), said('off')]).toEqual([1, 0])
    })

    it('continues after a failed job and when the clock moves back', async () => {
        instance.job('Fails', `throw new Error('no')`, {
            run_type: 'periodically',
            run_period: '1970-01-01 00:01:00',
        })
        instance.job('Works', `gs.info('works')`, {
            run_type: 'periodically',
            run_period: '1970-01-01 00:01:00',
        })
        await later(60)
        expect(said('works')).toBe(1)
        await later(-86_400)
        await later(60)
        expect(said('works')).toBe(2)
    })

    it('also processes events and cleans tables', async () => {
        instance.add('sysevent', { name: 'zoo.x' })
        instance.add('sysevent', {
            name: 'zoo.old',
            sys_created_on: '2026-01-01 00:00:00',
            state: 'processed',
        })
        instance.add('sys_auto_flush', { tablename: 'sysevent', age: '86400' })
        await later(1)
        expect(instance.host.store.first('sysevent', 'name=zoo.x')?.['state']).toBe('processed')
        expect(instance.host.store.count('sysevent', { query: 'name=zoo.old' })).toBe(1)
        await later(3600)
        expect(instance.host.store.count('sysevent', { query: 'name=zoo.old' })).toBe(0)
    })
})
