import type { TableDefinition } from '../../core/store/types'
import { flag, moment, text, to, typed, whole } from '../deployment/columns'

/**
 * Scripts may exceed the 8,000 characters in the SDK's table definitions; the platform does not truncate
 * them.
 */
const SCRIPT_LENGTH = 1_000_000

const numbers = (from: number, until: number): Record<string, string> =>
    Object.fromEntries(
        Array.from({ length: until - from + 1 }, (_, index) => [String(from + index), String(from + index)])
    )

/** Scheduled jobs and the rules of the table cleaner (EXPLAIN scheduledscript-api, SDK sdk-core/dist/fluent/tables). */
export const jobTables: TableDefinition[] = [
    {
        name: 'sysauto',
        label: 'Scheduled Job',
        extends: 'sys_metadata',
        columns: [
            { ...text('name', 100), display: true },
            flag('active', 'true'),
            flag('advanced'),
            flag('conditional'),
            typed('condition', 'script_plain', SCRIPT_LENGTH),
            to('run_as', 'sys_user'),
            text('run_as_tz', 40),
            {
                ...text('run_type', 40, 'daily'),
                choices: {
                    daily: 'Daily',
                    weekly: 'Weekly',
                    monthly: 'Monthly',
                    periodically: 'Periodically',
                    once: 'Once',
                    on_demand: 'On Demand',
                    day_and_month_in_year: 'Day and Month in Year',
                    day_week_month_year: 'Day, Week and Month in Year',
                    week_in_month: 'Week in Month',
                    business_calendar_start: 'Business Calendar: Entry Start',
                    business_calendar_end: 'Business Calendar: Entry End',
                },
            },
            typed('run_dayofweek', 'day_of_week', 40),
            typed('run_daysofweek', 'days_of_week', 40),
            { ...whole('run_dayofmonth', '1'), choices: numbers(1, 31) },
            { ...typed('run_weekinmonth', 'week_of_month', 40), choices: numbers(1, 6) },
            typed('run_month', 'month_of_year', 40),
            typed('run_time', 'glide_time', 40),
            typed('run_period', 'glide_duration', 40),
            moment('run_start'),
            moment('run_end'),
            typed('max_drift', 'glide_duration', 40),
            typed('offset', 'glide_duration', 40),
            { ...whole('offset_type', '0'), choices: { '1': 'Future', '2': 'Past' } },
            whole('repeat_every'),
            text('time_zone', 80),
            flag('upgrade_safe'),
            text('business_calendar', 32),
            typed('entered_time', 'glide_utc_time', 40),
            typed('entered_run_start', 'calendar_date_time', 40),
            typed('entered_run_end', 'calendar_date_time', 40),
        ],
        indexes: [{ columns: ['name'] }],
    },
    {
        name: 'sysauto_script',
        label: 'Scheduled Script Execution',
        extends: 'sysauto',
        columns: [typed('script', 'script_plain', SCRIPT_LENGTH)],
    },
    {
        name: 'sys_auto_flush',
        label: 'Auto Flush',
        extends: 'sys_metadata',
        columns: [
            { ...typed('tablename', 'table_name', 80), display: true, mandatory: true },
            { ...text('matchfield', 80, 'sys_created_on'), mandatory: true },
            { ...whole('age'), label: 'Age in seconds', mandatory: true },
            flag('active', 'true'),
            flag('cascade_delete'),
            flag('clean_peripheral'),
            flag('clean_audit'),
            typed('conditions', 'conditions', 4000),
        ],
    },
]
