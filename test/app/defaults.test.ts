import { readNoticeSettings } from '../../src/server/expiry-notices/settings'
import { readSettings } from '../../src/server/integration-api/settings'
import { leadTimesOf } from '../../src/server/token-refresh/lead-times'
import {
    failuresBeforeEvent,
    isEnabled,
    reauthorizeAfterDays,
    runBudgetMs,
} from '../../src/server/token-refresh/settings'
import { BuiltApp } from '../support/built-app'

/** Value of the property under test; undefined if it does not exist. */
let stored: string | undefined
/** Reads the property under test, with defaults for all others. */
let asked = ''

jest.mock('@servicenow/glide', () => ({
    gs: {
        getProperty: (name: string, fallback: string) => (name === asked ? (stored ?? fallback) : fallback),
    },
}))

const PREFIX = 'x_opfi_openfin.'

/** The value that the code uses, by property name. */
const READERS: Record<string, () => unknown> = {
    'integration.enabled': () => readSettings().enabled,
    'integration.requests_per_minute': () => readSettings().requestsPerMinute,
    'integration.refusals_per_minute': () => readSettings().refusalsPerMinute,
    'integration.upstream_timeout_ms': () => readSettings().upstreamTimeoutMs,
    'integration.failures_before_event': () => readSettings().failuresBeforeEvent,
    'expiry_notices.enabled': () => readNoticeSettings().enabled,
    'expiry_notices.watch': () => readNoticeSettings().watch,
    'expiry_notices.thresholds_days': () => readNoticeSettings().thresholds.join(),
    'token_refresh.enabled': isEnabled,
    'token_refresh.failures_before_event': failuresBeforeEvent,
    'token_refresh.run_budget_s': () => runBudgetMs() / 1000,
    'token_refresh.reauthorize_after_days': reauthorizeAfterDays,
}
/** Read together with `enabled`: the routes are closed unless it is false. */
const LOCKDOWN = 'integration.lockdown'
/** Capped by the two limits per minute, so its own maximum is not visible by default. */
const CAPPED = 'integration.failures_before_event'

const app = BuiltApp.read()
const withValue = app.values('sys_properties').filter(({ value }) => value)
const shortName = (name = '') => name.slice(PREFIX.length)

/*
 * The SDK evaluates declarations without running modules of src/server, so a declaration cannot import a
 * value from there. These tests compare the two.
 */
describe('the default of a property', () => {
    afterEach(() => {
        stored = undefined
    })

    it('is read by code if it is not empty', () => {
        expect(withValue.map(({ name }) => shortName(name)).sort()).toEqual(
            [...Object.keys(READERS), LOCKDOWN].sort()
        )
    })

    it.each(Object.entries(READERS))('%s is the fallback of the code', (name, read) => {
        asked = PREFIX + name
        const { value } = withValue.find((property) => property['name'] === asked)!
        expect(String(read())).toBe(value)
    })

    it('integration.lockdown is the value that leaves the routes open', () => {
        asked = PREFIX + LOCKDOWN
        expect(withValue.find(({ name }) => name === asked)).toMatchObject({ value: 'false' })
        expect(readSettings().enabled).toBe(true)
        stored = 'true'
        expect(readSettings().enabled).toBe(false)
    })

    it.each(Object.entries(READERS).filter(([, read]) => typeof read() === 'number'))(
        '%s has the bounds in its description',
        (name, read) => {
            asked = PREFIX + name
            const { description = '' } = withValue.find((property) => property['name'] === asked)!
            const [, min = '', max = ''] = /\b([\d,]+) to ([\d,]+)\b/.exec(description)!
            stored = '-1'
            expect(read()).toBe(Number(min.replaceAll(',', '')))
            if (name === CAPPED) return
            stored = '999999999'
            expect(read()).toBe(Number(max.replaceAll(',', '')))
        }
    )
})

it('the lead times of a rule are the fallbacks of the code', () => {
    const table = app.files.get('dictionary/x_opfi_openfin_refresh_rule.xml') ?? ''
    const declared = (column: string) =>
        Number(new RegExp(`<element name="${column}"[^>]* default_value="(\\d+)"`).exec(table)?.[1])
    const empty = { getValue: () => null } as unknown as Parameters<typeof leadTimesOf>[0]
    expect(leadTimesOf(empty)).toEqual({
        accessLeadS: declared('access_lead_s'),
        refreshLeadS: declared('refresh_lead_s'),
    })
})
