import type { EnginePage } from '../../../test/support/engines/engine'
import { until } from '../../../test/support/until'

type AnyPage = Pick<EnginePage, 'evaluate'>

interface Counted extends Window {
    /** Looks at the clock, and by how many ms it is ahead. */
    clock: { looks: number; ahead: number }
}

/** Counts how often the page asks for the time, and makes it one that can be moved on. */
export async function countLooks(page: AnyPage): Promise<void> {
    await page.evaluate(() => {
        const now = performance.now.bind(performance)
        const clock = { looks: 0, ahead: 0 }
        ;(window as unknown as Counted).clock = clock
        performance.now = () => {
            clock.looks += 1
            return now() + clock.ahead
        }
    })
}

/** Moves the page's time so many ms ahead, and resolves once it was asked for several times since. */
export async function looksAfter(page: AnyPage, ahead: number): Promise<void> {
    const before = await page.evaluate((ahead) => {
        const { clock } = window as unknown as Counted
        clock.ahead = ahead
        return clock.looks
    }, ahead)
    await until(() =>
        page.evaluate((before) => (window as unknown as Counted).clock.looks > before + 3, before)
    )
}
