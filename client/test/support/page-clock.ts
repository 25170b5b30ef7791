import type { EnginePage } from '../../../test/support/engines/engine'
import { until } from '../../../test/support/until'

type AnyPage = Pick<EnginePage, 'evaluate'>

interface Clocked extends Window {
    /** Number of times the page has read the clock, and its lead in milliseconds. */
    clock: { reads: number; ahead: number }
}

/** Replaces the page's monotonic clock with one that counts its reads and can be advanced. */
export async function installClock(page: AnyPage): Promise<void> {
    await page.evaluate(() => {
        const now = performance.now.bind(performance)
        const clock = { reads: 0, ahead: 0 }
        ;(window as unknown as Clocked).clock = clock
        performance.now = () => {
            clock.reads += 1
            return now() + clock.ahead
        }
    })
}

/** Sets the lead of the page's clock in milliseconds, and resolves when the page has read it several times. */
export async function advanceClock(page: AnyPage, ahead: number): Promise<void> {
    const before = await page.evaluate((ahead) => {
        const { clock } = window as unknown as Clocked
        clock.ahead = ahead
        return clock.reads
    }, ahead)
    await until(() =>
        page.evaluate((before) => (window as unknown as Clocked).clock.reads > before + 3, before)
    )
}
