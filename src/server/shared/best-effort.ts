import { gs, type GlideRecord } from '@servicenow/glide'

/**
 * What the app writes down for people (log lines, events, messages, records of what it did) never changes what it does:
 * it may be refused, by an exception or without a word, and the work goes on. `test/certification/write-rules.ts` holds
 * every module to these functions.
 *
 * @returns what `run` returns; undefined where it throws
 */
export function bestEffort<T>(run: () => T): T | undefined {
    try {
        return run()
    } catch {
        return undefined
    }
}

/**
 * Writes to a table; a refusal is a warning in the log. The exception's text is left out, since it may hold a value.
 *
 * @param what what is written, for the log: `The status 1234`
 * @param write `insert()` and `update()` return null where the platform refuses, `deleteMultiple()` and
 *   `updateMultiple()` return nothing
 * @returns false where it was refused
 */
export function tryWrite(what: string, write: () => unknown): boolean {
    try {
        const result = write()
        if (result === undefined || result) return true
    } catch {
        // Said below.
    }
    logWarning(`${what} could not be saved`)
    return false
}

/** Writes a line to the log. */
export function logInfo(message: string): void {
    bestEffort(() => gs.info(message))
}

/** Writes a line to the log. */
export function logWarning(message: string): void {
    bestEffort(() => gs.warn(message))
}

/** Writes a line to the log. */
export function logError(message: string): void {
    bestEffort(() => gs.error(message))
}

/**
 * Queues an event.
 *
 * @param queue name of a queue; the instance's default queue if left out
 * @returns false where the platform refused it
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

/** Shows a message on the form that a person is looking at. */
export function showMessage(message: string): void {
    bestEffort(() => gs.addInfoMessage(message))
}
