import { gs, type GlideRecord } from '@servicenow/glide'

/**
 * Runs a side effect that must not affect the actual work, such as a log line, an event, a message or a history record:
 * the platform may refuse it, silently or with an exception, and the work continues. `test/certification/write-rules.ts`
 * makes sure that every module uses these functions.
 *
 * @returns what `run` returns; undefined if it throws
 */
export function bestEffort<T>(run: () => T): T | undefined {
    try {
        return run()
    } catch {
        return undefined
    }
}

/**
 * Writes to a table; logs a warning if the platform refuses. Drops the exception's text, which may contain a value.
 *
 * @param what what is written, for the log, such as `The status 1234`
 * @param write performs the write; `insert()` and `update()` return null if the platform refuses, `deleteMultiple()` and
 *   `updateMultiple()` return nothing
 * @returns false if it was refused
 */
export function tryWrite(what: string, write: () => unknown): boolean {
    try {
        const result = write()
        if (result === undefined || result) return true
    } catch {
        // Logged below.
    }
    logWarning(`${what} could not be saved`)
    return false
}

/** Writes an informational line to the log. */
export function logInfo(message: string): void {
    bestEffort(() => gs.info(message))
}

/** Writes a warning to the log. */
export function logWarning(message: string): void {
    bestEffort(() => gs.warn(message))
}

/** Writes an error to the log. */
export function logError(message: string): void {
    bestEffort(() => gs.error(message))
}

/**
 * Queues an event.
 *
 * @param queue name of a queue; the instance's default queue if left out
 * @returns false if the platform refused it
 */
export function raiseEvent(
    name: string,
    record: GlideRecord,
    [parm1, parm2]: [parm1: string, parm2: string],
    queue?: string
): boolean {
    const raised = bestEffort(() => {
        if (queue === undefined) gs.eventQueue(name, record, parm1, parm2)
        else gs.eventQueue(name, record, parm1, parm2, queue)
        return true
    })
    return raised === true
}

/** Shows a message on the current form. */
export function showMessage(message: string): void {
    bestEffort(() => gs.addInfoMessage(message))
}
