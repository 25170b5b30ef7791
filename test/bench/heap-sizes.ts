import type { CDPSession, Page } from 'playwright-core'

/** Bytes of live objects after a garbage collection. */
export interface HeapSizes {
    page: number
    worker: number
}

/** Measures the heaps of a page and of its worker, each time after a garbage collection. */
export async function watchHeaps(page: Page): Promise<() => Promise<HeapSizes>> {
    const session = await page.context().newCDPSession(page)
    const worker = await attachToWorker(session)
    return async () => ({
        page: await heapOf((method) => session.send(method as 'HeapProfiler.collectGarbage')),
        worker: await heapOf(worker),
    })
}

type Send = (method: string) => Promise<unknown>

async function heapOf(send: Send): Promise<number> {
    // Finalizers may free more after a collection.
    for (let round = 0; round < 3; round++) await send('HeapProfiler.collectGarbage')
    return ((await send('Runtime.getHeapUsage')) as { usedSize: number }).usedSize
}

/** The worker's session, whose messages are relayed by that of its page. */
async function attachToWorker(session: CDPSession): Promise<Send> {
    const attached = new Promise<string>((resolve) =>
        session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
            if (targetInfo.type === 'worker') resolve(sessionId)
        })
    )
    await session.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: false,
        flatten: false,
    })
    const sessionId = await attached
    const waiting = new Map<number, (result: unknown) => void>()
    session.on('Target.receivedMessageFromTarget', (event) => {
        const { id, result } = JSON.parse(event.message) as { id: number; result: unknown }
        waiting.get(id)?.(result)
        waiting.delete(id)
    })
    let last = 0
    return async (method) => {
        const id = ++last
        const answered = new Promise((resolve) => waiting.set(id, resolve))
        await session.send('Target.sendMessageToTarget', {
            sessionId,
            message: JSON.stringify({ id, method, params: {} }),
        })
        return answered
    }
}
