/** Something started that ends with `close`. */
interface Running {
    close(): Promise<unknown>
}

/**
 * Waits until everything has started. If one fails, the others are closed, so that nothing keeps the test run
 * open.
 *
 * @throws the error of the first that failed
 */
export async function startAll<T extends Running[]>(
    ...starting: { [Index in keyof T]: Promise<T[Index]> }
): Promise<T> {
    const settled = await Promise.allSettled(starting as Promise<Running>[])
    const failed = settled.find((one) => one.status === 'rejected')
    const running = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    if (!failed) return running as unknown as T
    await Promise.all(running.map((one) => one.close()))
    throw failed.reason
}
