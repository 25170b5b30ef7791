import type { Answer } from '../../examples/sign-in-flow/instance-client'
import type { InstanceTime, TimeRange } from './instance-time'
import type { Span } from './troubles'

/** Maximum response time, in ms: more than the script limit and two attempts at an endpoint. */
const PATIENCE_MS = 60_000

/** A request with its outcome. */
export interface Exchange<T> extends Span {
    /** The instance's time when it was sent, and when it ended. */
    sent: TimeRange
    ended: TimeRange
    /** 0 if the connection ended without a response, -1 on timeout, -2 if it was unreadable. */
    status: number
    body: T | undefined
}

/** Sends a request and records its times. Never throws. */
export async function exchange<T>(time: InstanceTime, send: () => Promise<Answer<T>>): Promise<Exchange<T>> {
    const from = performance.now()
    const sent = time.now()
    const { status, body } = await Promise.race([attempt(send), outOfPatience<T>()])
    return { from, until: performance.now(), sent, ended: time.now(), status, body }
}

type Outcome<T> = Pick<Exchange<T>, 'status' | 'body'>

async function attempt<T>(send: () => Promise<Answer<T>>): Promise<Outcome<T>> {
    try {
        return await send()
    } catch (error) {
        return { status: error instanceof SyntaxError ? -2 : 0, body: undefined }
    }
}

function outOfPatience<T>(): Promise<Outcome<T>> {
    return new Promise((resolve) => {
        setTimeout(() => resolve({ status: -1, body: undefined }), PATIENCE_MS).unref()
    })
}
