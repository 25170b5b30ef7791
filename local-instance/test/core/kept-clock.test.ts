import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from '../../src/core/clock'
import { startWithHost } from '../../src/create-local-instance'

const HOUR = 3_600_000
const admin = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` }

describe('the clock of an instance with kept data', () => {
    let data: string

    beforeEach(() => {
        data = mkdtempSync(join(tmpdir(), 'kept-clock-'))
    })
    afterEach(() => rmSync(data, { recursive: true, force: true }))

    /** Offset of an instance on the data from the machine's clock, in hours. */
    const aheadOf = (now: number) => Math.round((now - Date.now()) / HOUR) + 0 // never -0
    const move = (url: string, body: object) =>
        fetch(`${url}/local/clock`, { method: 'POST', headers: admin, body: JSON.stringify(body) })

    it('continues from where it was moved to, unless the caller passes another clock', async () => {
        const first = await startWithHost({ data })
        expect(aheadOf(first.clock.now())).toBe(0)
        await move(first.url, { advance_s: 30 * 3600 })
        await move(first.url, { advance_s: -3600 })
        expect(aheadOf(first.clock.now())).toBe(29)
        await first.close()

        const second = await startWithHost({ data })
        expect(aheadOf(second.clock.now())).toBe(29)
        const row = second.host.store.insert('incident', { short_description: 'in the future' })
        expect(aheadOf(Date.parse(`${row['sys_created_on']?.replace(' ', 'T')}Z`))).toBe(29)
        second.clock.advance(HOUR)
        await second.close()

        const third = await startWithHost({ data })
        expect(aheadOf(third.clock.now())).toBe(30)
        third.clock.advance(24 * HOUR)
        await fetch(`${third.url}/local/reset`, { method: 'POST', headers: admin })
        // The stored state right after the start.
        expect(aheadOf(third.clock.now())).toBe(30)
        await third.close()

        const now = Date.parse('2026-11-22T12:00:00Z')
        const given = await startWithHost({ data, clock: createClock({ now, frozen: true }) })
        given.clock.advance(HOUR)
        expect(given.clock.now()).toBe(now + HOUR)
        await given.close()
    })
})
