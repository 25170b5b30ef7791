import { createClock } from '../../src/core/clock'
import { jobsOf } from '../../src/plugins/jobs/jobs'
import { startScheduler, type Scheduler } from '../../src/plugins/jobs/scheduler'
import { startInstance, type JobsInstance } from './instance'

let instance: JobsInstance
let scheduler: Scheduler
let application: string

beforeAll(async () => {
    const clock = createClock({ now: Date.parse('2026-11-22T12:00:00Z'), frozen: true })
    instance = await startInstance({ clock })
    application = instance.add('sys_app', { scope: 'x_acme_zoo', name: 'Zoo' })
    // A fifth of it is less than the duration of any script.
    instance.add('sys_properties', {
        name: 'local_instance.quota.processing_time_ms',
        value: '5',
        type: 'integer',
    })
    for (const [event, scope] of [
        ['zoo.feed', application],
        ['other.feed', ''],
    ] as const) {
        instance.add('sysevent_script_action', {
            name: event,
            event_name: event,
            active: '1',
            script: `gs.info(event.name + ' ' + event.parm1)`,
            sys_scope: scope || 'global',
        })
    }
    instance.host.store.snapshot()
})
beforeEach(() => {
    scheduler = startScheduler(instance.host, jobsOf(instance.host))
})
afterEach(() => {
    scheduler.stop()
    instance.reset()
    // Moves past the window of the previous test.
    instance.clock.advance(3_600_000)
})
afterAll(() => instance.close())

const limit = (state: string, values: Record<string, string> = {}) =>
    instance.add('sys_app_resource_limit_template', {
        template_name: 'Zoo',
        app_condition: `sys_id=${application}`,
        state,
        ...values,
    })
const queue = (name: string, ...parameters: string[]) => {
    for (const parm1 of parameters) instance.add('sysevent', { name, parm1 })
}
const drain = () => jobsOf(instance.host).drain()
const fed = () =>
    instance
        .messages()
        .filter((message) => /^(zoo|other)\.feed/.test(message))
        .sort()
const violations = () => instance.log.entries().filter(({ source }) => source === 'Runtime policy violation')

describe('the share of processing time for event handlers', () => {
    it('defers events beyond it to the next window, window by window, and loses none', async () => {
        limit('enforced')
        queue('zoo.feed', 'a', 'b', 'c')
        await drain()
        expect(fed()).toHaveLength(1)
        await drain()
        expect(fed()).toHaveLength(1)
        instance.clock.advance(60_000)
        await drain()
        expect(fed()).toHaveLength(2)
        instance.clock.advance(60_000)
        await drain()
        expect(fed()).toEqual(['zoo.feed a', 'zoo.feed b', 'zoo.feed c'])
        expect(violations().map(({ message }) => message)).toEqual(
            Array.from(
                { length: 2 },
                () => 'Zoo exceeds its quota of event handlers; the rest waits for the next window'
            )
        )
    })

    it('limits one application: others continue', async () => {
        limit('enforced')
        queue('zoo.feed', 'a', 'b')
        queue('other.feed', 'a', 'b')
        await drain()
        expect(fed()).toEqual(['other.feed a', 'other.feed b', expect.stringMatching(/^zoo/)])
    })

    it('is only logged if the limit is set to log', async () => {
        limit('log_only')
        queue('zoo.feed', 'a', 'b', 'c')
        await drain()
        expect(fed()).toHaveLength(3)
        expect(violations().map(({ message }) => message)).toEqual([
            'Zoo exceeds its quota of event handlers',
        ])
    })

    it.each([
        ['disabled', () => limit('disabled')],
        ['a larger one', () => limit('enforced', { event_handler_limit: '1000000' })],
        [
            'opened by a segment policy',
            () => {
                limit('enforced')
                instance.add('sys_arp_segment_policy', {
                    arp_arl: '1',
                    arp_arl_wildcard: 'scheduled_job_limit,event_handler_limit',
                    sys_scope: application,
                })
            },
        ],
    ])('defers nothing while it is %s', async (_how, make) => {
        make()
        queue('zoo.feed', 'a', 'b', 'c')
        await drain()
        expect([fed().length, violations()]).toEqual([3, []])
    })
})

it('a scheduled job beyond its share runs in the next window, and then by its schedule again', async () => {
    instance.clock.set(Date.parse('2027-01-10T13:00:10Z'))
    await scheduler.tick()
    limit('enforced')
    instance.job('Sweep', `gs.info('swept')`, {
        run_type: 'periodically',
        run_period: '1970-01-01 01:00:00',
        run_start: '2027-01-01 00:00:30',
        sys_scope: application,
    })
    const ran = () => instance.messages().filter((message) => message === 'swept').length
    // A requested run is not deferred, but its time counts.
    await instance.run('Sweep')
    await instance.run('Sweep')
    expect(ran()).toBe(2)
    const at = async (time: string) => {
        instance.clock.set(Date.parse(`2027-01-10T${time}Z`))
        await scheduler.tick()
        return ran()
    }
    expect(await at('13:00:30')).toBe(2)
    expect(await at('13:00:59')).toBe(2)
    expect(await at('13:01:00')).toBe(3)
    expect(await at('14:00:29')).toBe(3)
    expect(await at('14:00:30')).toBe(4)
    expect(violations().map(({ message }) => message)).toEqual([
        'Zoo exceeds its quota of scheduled jobs; the rest waits for the next window',
    ])
})
