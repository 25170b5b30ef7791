/** How long it may take, in milliseconds. */
const LIMIT_MS = 60_000

/**
 * Waits until something holds that the browser brings about by itself.
 *
 * @param limitMs a minute unless given
 * @throws where it does not in that time, so that nothing goes on after its test
 */
export async function until(holds: () => boolean | Promise<boolean>, limitMs = LIMIT_MS): Promise<void> {
    const end = Date.now() + limitMs
    while (!(await holds())) {
        if (Date.now() > end) throw new Error(`not within ${limitMs / 1000} s: ${holds}`)
        await new Promise((resolve) => void setTimeout(resolve, 10))
    }
}
