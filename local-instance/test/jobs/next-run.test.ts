import type { Row } from '../../src/core/store/types'
import { nextRun } from '../../src/plugins/jobs/next-run'
import { fromWallTime, toWallTime, zoneOf } from '../../src/plugins/jobs/time-zones'

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`)
const shown = (ms: number | undefined) =>
    ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
const next = (job: Row, after: string) => shown(nextRun(job, at(after)))
const time = (text: string) => `1970-01-01 ${text}`

describe('the next run of a job', () => {
    it('periodically: from its start in steps of its period', () => {
        const job = {
            run_type: 'periodically',
            run_period: time('00:03:00'),
            run_start: '2026-11-22 08:00:05',
        }
        expect(next(job, '2026-11-22 07:00:00')).toBe('2026-11-22 08:00:05')
        expect(next(job, '2026-11-22 08:00:04')).toBe('2026-11-22 08:00:05')
        expect(next(job, '2026-11-22 08:00:05')).toBe('2026-11-22 08:03:05')
        expect(next(job, '2026-11-23 08:04:00')).toBe('2026-11-23 08:06:05')
    })

    it('periodically: days count, and an empty period means never', () => {
        expect(
            next({ run_type: 'periodically', run_period: '1970-01-03 00:00:00' }, '1970-01-04 00:00:00')
        ).toBe('1970-01-05 00:00:00')
        expect(
            next({ run_type: 'periodically', run_period: time('00:00:00') }, '2026-01-01 00:00:00')
        ).toBeUndefined()
        expect(next({ run_type: 'periodically', run_period: null }, '2026-01-01 00:00:00')).toBeUndefined()
    })

    it('once: at its start, and never again', () => {
        const job = { run_type: 'once', run_start: '2026-11-22 08:00:00' }
        expect(next(job, '2026-11-22 07:59:59')).toBe('2026-11-22 08:00:00')
        expect(next(job, '2026-11-22 08:00:00')).toBeUndefined()
    })

    it.each(['on_demand', 'business_calendar_start', 'business_calendar_end'])(
        '%s: never automatically',
        (run_type) => {
            expect(
                next({ run_type, run_start: '2026-11-22 08:00:00' }, '2026-01-01 00:00:00')
            ).toBeUndefined()
        }
    )

    it('daily: at its time, today or tomorrow', () => {
        const job = { run_type: 'daily', run_time: time('02:05:00') }
        expect(next(job, '2026-11-22 02:04:59')).toBe('2026-11-22 02:05:00')
        expect(next(job, '2026-11-22 02:05:00')).toBe('2026-11-23 02:05:00')
        expect(next(job, '2026-12-31 12:00:00')).toBe('2027-01-01 02:05:00')
    })

    it('not before its start nor after its end', () => {
        const job = {
            run_type: 'daily',
            run_time: time('02:00:00'),
            run_start: '2026-11-25 00:00:00',
            run_end: '2026-11-26 03:00:00',
        }
        expect(next(job, '2026-11-22 12:00:00')).toBe('2026-11-25 02:00:00')
        expect(next(job, '2026-11-25 12:00:00')).toBe('2026-11-26 02:00:00')
        expect(next(job, '2026-11-26 12:00:00')).toBeUndefined()
    })

    it('at its start itself, if that is its time', () => {
        const job = { run_type: 'daily', run_time: time('02:00:00'), run_start: '2026-11-25 02:00:00' }
        expect(next(job, '2026-11-22 12:00:00')).toBe('2026-11-25 02:00:00')
    })

    it('weekly: on its days, Monday is 1', () => {
        // 2026-11-22 is a Sunday.
        const job = { run_type: 'weekly', run_daysofweek: '13', run_time: time('09:00:00') }
        expect(next(job, '2026-11-22 12:00:00')).toBe('2026-11-23 09:00:00')
        expect(next(job, '2026-11-23 12:00:00')).toBe('2026-11-25 09:00:00')
        expect(next({ run_type: 'weekly', run_dayofweek: '7' }, '2026-11-22 12:00:00')).toBe(
            '2026-11-29 00:00:00'
        )
    })

    it('monthly: on its day, or the last day of a shorter month', () => {
        const job = { run_type: 'monthly', run_dayofmonth: '31', run_time: time('00:00:00') }
        expect(next(job, '2026-01-31 01:00:00')).toBe('2026-02-28 00:00:00')
        expect(next(job, '2026-02-28 01:00:00')).toBe('2026-03-31 00:00:00')
    })

    it('yearly: on the substitute of a leap day, in a week of the month, in a month’s week', () => {
        const yearly = { run_type: 'day_and_month_in_year', run_month: '2', run_dayofmonth: '29' }
        expect(next(yearly, '2026-03-01 00:00:00')).toBe('2027-02-28 00:00:00')
        expect(next(yearly, '2027-03-01 00:00:00')).toBe('2028-02-29 00:00:00')
        const second = { run_type: 'week_in_month', run_weekinmonth: '2', run_dayofweek: '2' }
        expect(next(second, '2026-11-22 00:00:00')).toBe('2026-12-08 00:00:00')
        const inMay = {
            run_type: 'day_week_month_year',
            run_month: '5',
            run_weekinmonth: '1',
            run_dayofweek: '5',
        }
        expect(next(inMay, '2026-11-22 00:00:00')).toBe('2027-05-07 00:00:00')
    })

    it('in its time zone, in summer and winter', () => {
        // 02:05 in New York, as `now-sdk build` writes it.
        const job = { run_type: 'daily', run_time: time('07:05:00'), time_zone: 'America/New_York' }
        expect(next(job, '2026-01-10 00:00:00')).toBe('2026-01-10 07:05:00')
        expect(next(job, '2026-07-10 00:00:00')).toBe('2026-07-10 06:05:00')
    })

    it('an hour later on the day that skips its local time, and once on the day that repeats it', () => {
        const skipped = { run_type: 'daily', run_time: time('07:30:00'), time_zone: 'America/New_York' }
        expect(next(skipped, '2026-03-08 05:00:00')).toBe('2026-03-08 07:30:00')
        const twice = { run_type: 'daily', run_time: time('06:30:00'), time_zone: 'America/New_York' }
        const first = nextRun(twice, at('2026-11-01 04:30:00')) as number
        expect(['2026-11-01 05:30:00', '2026-11-01 06:30:00']).toContain(shown(first))
        expect(toWallTime(nextRun(twice, first) as number, 'America/New_York').day).toBe(2)
    })
})

describe('local times', () => {
    it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'])(
        'convert in both directions in %s',
        (zone) => {
            for (let ms = at('2026-01-01 00:00:00'); ms < at('2026-12-31 00:00:00'); ms += 36 * 3_599_000) {
                expect([ms, ms - 3_600_000, ms + 3_600_000, ms - 1_800_000, ms + 1_800_000]).toContain(
                    fromWallTime(toWallTime(ms, zone), zone)
                )
            }
        }
    )

    it('are UTC for floating, missing and unknown zones', () => {
        expect(['floating', '', null, undefined, 'Mars/Olympus'].map(zoneOf)).toEqual(Array(5).fill('UTC'))
    })
})
