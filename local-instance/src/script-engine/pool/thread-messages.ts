import type { LogEntry, ScriptJob, ScriptOutcome } from '../../core/script-host'
import type { StoreHandle } from '../../core/store/types'
import type { Findings } from '../thread/findings'
import type { OutboundLine } from '../outbound/outbound-client'

/** What a script thread is started with. */
export interface ThreadData {
    handle: StoreHandle
    outbound: OutboundLine
    /** Cells {@link STOP}, {@link INSIDE} and {@link CLEAN}. */
    gate: SharedArrayBuffer
}

/** A job on its way to a thread. */
export interface JobMessage {
    job: ScriptJob
}

/** How a script ended, as far as its thread knows. */
export type ThreadOutcome = Omit<ScriptOutcome, 'log' | 'ms'>

/** Messages of a thread. Log lines are sent as they are written, so that a terminated script's lines are kept. */
export type ThreadMessage =
    | { type: 'ready' }
    /** `since` by `monotonicMs()`: nothing that the wait is for came to the pool before. */
    | { type: 'waiting'; is: boolean; since: number }
    | { type: 'log'; entry: LogEntry }
    | { type: 'found'; findings: Findings }
    | { type: 'done'; outcome: ThreadOutcome }

/** Set by the pool: the thread shall begin no more work of the host. */
export const STOP = 0
/** Set by the thread while it is at work in the host, where it must not be torn down: a transaction may be open. */
export const INSIDE = 1
/** Set by the thread once it has cleaned up after a job, by the pool to 0 with each job. */
export const CLEAN = 2
