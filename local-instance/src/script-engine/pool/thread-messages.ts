import type { LogEntry, ScriptJob, ScriptOutcome } from '../../core/script-host'
import type { StoreHandle } from '../../core/store/types'
import type { Findings } from '../thread/findings'
import type { OutboundLine } from '../outbound/outbound-client'

/** Start data of a script thread. */
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

/** Outcome of a script, as far as its thread knows. */
export type ThreadOutcome = Omit<ScriptOutcome, 'log' | 'ms'>

/** Messages of a thread. Log lines are sent as they are written, so that a terminated script's lines are kept. */
export type ThreadMessage =
    | { type: 'ready' }
    /** `since` by `monotonicMs()`: no job that the wait depends on reached the pool earlier. */
    | { type: 'waiting'; is: boolean; since: number }
    | { type: 'log'; entry: LogEntry }
    | { type: 'found'; findings: Findings }
    | { type: 'done'; outcome: ThreadOutcome }

/** Set by the pool: the thread must begin no more host work. */
export const STOP = 0
/** Set by the thread during host work, when it must not be terminated: a transaction may be open. */
export const INSIDE = 1
/** Set by the thread after cleaning up after a job; reset to 0 by the pool with each job. */
export const CLEAN = 2
