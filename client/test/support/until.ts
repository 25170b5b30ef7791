/** Waits until something holds that the browser brings about by itself; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) await new Promise((resolve) => void setTimeout(resolve, 10))
}
