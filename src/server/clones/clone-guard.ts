import { GlideRecord } from '@servicenow/glide'
import { findState, readState, writeState } from '../shared/app-state'
import { bestEffort, logWarning, raiseEvent } from '../shared/best-effort'
import { now, toStored } from '../shared/glide-time'
import { textProperty } from '../shared/property'

/**
 * The instance that the app runs on for its own connections. Data of the app, so that a clone brings the value of its
 * source; a property could be kept from the target by a data preserver.
 */
const NOTE = { name: 'instance_id' }
/** Day of the last warning, so that the log gets one line a day. */
const WARNED = { name: 'clone_warned' }
/** Instance for which the event was raised. */
const REPORTED = { name: 'clone_reported' }

/** What the app knows about the instance that it runs on. */
export interface InstanceNote {
    /** `instance_id` that the app noted; empty before the first run of a job. */
    noted: string
    /** Property `instance_id` of this instance; empty if it has none. */
    present: string
    /** Whether this instance is a copy of the noted one. */
    cloned: boolean
}

/** Message of everything that does not run on a copy. */
export const CLONED_MESSAGE =
    'This instance is a copy of another one, so no token is refreshed: that could invalidate the tokens of the original. ' +
    'If this instance has connections of its own, adopt it on the setup page of OpenFin for ServiceNow.'

/** Property `instance_id` of this instance; empty if it has none. */
export function instanceId(): string {
    return textProperty('instance_id', '').trim()
}

/** Compares the noted instance with this one. One statement; none if the instance has no `instance_id`. */
export function readInstanceNote(): InstanceNote {
    const present = instanceId()
    const noted = present === '' ? '' : (readState(NOTE) ?? '')
    return { noted, present, cloned: isCopy(noted, present) }
}

/** Whether an instance with one id is a copy of the noted one; without an id, or before one was noted, none is. */
export function isCopy(noted: string, present: string): boolean {
    return noted !== '' && present !== '' && noted !== present
}

/**
 * Whether this instance is a copy of the one whose connections the app refreshes: two instances that refresh with the same
 * rotating refresh token invalidate each other's. Without an `instance_id` nothing is stopped.
 */
export function isClone(): boolean {
    return readInstanceNote().cloned
}

/**
 * For the jobs: whether to stop because this instance is a copy. The first run notes the instance. On a copy, logs one
 * warning a day and raises `x_opfi_openfin.cloned` once for each copy. One statement, more on a copy.
 */
export function stopOnClone(): boolean {
    const { noted, present, cloned } = readInstanceNote()
    if (present !== '' && noted === '') writeState(NOTE, present)
    if (!cloned) return false
    bestEffort(() => reportClone(present))
    return true
}

/** Notes this instance, and makes all tokens of rules due: it has connections of its own. */
export function adoptInstance(): InstanceNote {
    const present = instanceId()
    if (present !== '') writeState(NOTE, present)
    const rows = new GlideRecord('x_opfi_openfin_token_status')
    rows.addNotNullQuery('rule')
    rows.setValue('next_attempt', toStored(now()))
    rows.setValue('claimed_by', '')
    rows.setValue('claimed_until', '')
    rows.setWorkflow(false)
    rows.updateMultiple()
    return readInstanceNote()
}

function reportClone(present: string): void {
    const today = toStored(now()).slice(0, 10)
    if (readState(WARNED) !== today) {
        writeState(WARNED, today)
        logWarning(CLONED_MESSAGE)
    }
    if (readState(REPORTED) === present) return
    const note = findState(NOTE)
    if (!note) return
    const group = textProperty('x_opfi_openfin.token_refresh.fallback_group', '')
    if (raiseEvent('x_opfi_openfin.cloned', note, [group, CLONED_MESSAGE.slice(0, 255)]))
        writeState(REPORTED, present)
}
