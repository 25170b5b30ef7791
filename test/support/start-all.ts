/** Something that was started, and ends by `close`. */
interface Running {
    close(): Promise<unknown>
}

/**
 * Waits for all that is starting. Where one does not start, the others are closed, so that nothing holds the test run
 * open.
 *
 * @throws what the first that failed threw
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
