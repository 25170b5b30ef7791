/** Default time limit, in ms. */
const LIMIT_MS = 60_000

/**
 * Polls until a condition is met that the browser causes asynchronously.
 *
 * @param limitMs default one minute
 * @throws if the condition is not met in time, so that nothing continues after its test
 */
export async function until(holds: () => boolean | Promise<boolean>, limitMs = LIMIT_MS): Promise<void> {
    const end = Date.now() + limitMs
    while (!(await holds())) {
        if (Date.now() > end) throw new Error(`condition not met within ${limitMs / 1000} s: ${holds}`)
        await new Promise((resolve) => void setTimeout(resolve, 10))
    }
}
