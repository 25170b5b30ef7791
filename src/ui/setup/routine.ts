import { applyChanges } from '../../../setup/apply'
import type { Change } from '../../../setup/change'
import { createInstanceClient } from '../../../setup/instance-client'
import { planSetup, type Plan, type Wanted } from '../../../setup/plan'
import { createReading } from '../../../setup/reading'
import { readBack } from '../../../setup/set-up'
import { SetupError } from '../../../setup/setup-error'
import { createTableClient } from '../../../setup/table-client'
import { undoChanges } from '../../../setup/undo'
import { INSTANCE_URL, SESSION } from '../shared/session'
import { keepLastChange, readLastChange, storeLastChange } from './last-change'
import { readPresentState, type PresentState } from './present-state'

const client = createInstanceClient(INSTANCE_URL, SESSION)
const tables = createTableClient(client)

/** What became of a set of changes. */
export interface Outcome {
    done: Change[]
    failed: { change: Change; error: unknown } | null
    /** Not begun. */
    left: Change[]
    /** Names of records that somebody changed since; undo leaves them alone. */
    kept: string[]
}

/** @throws SetupError */
export function loadState(): Promise<PresentState> {
    return readPresentState(tables, createReading(tables))
}

/** What would change. Writes nothing. @throws SetupError */
export function review(wanted: Wanted): Promise<Plan> {
    return planSetup(createReading(tables), INSTANCE_URL, wanted)
}

/**
 * Makes the changes of a plan and keeps what was done, also of a failure midway; then reads back.
 *
 * @throws SetupError `not_stored` if the instance holds something else afterwards
 */
export async function apply({ changes }: Plan, wanted: Wanted): Promise<Outcome> {
    const { done, failed, left } = await applyChanges(tables, changes)
    if (done.length > 0) keepLastChange({ changes: done, complete: !failed })
    if (!failed && done.length > 0) await readBack(tables, { instanceUrl: INSTANCE_URL, wanted })
    return { done, failed, left, kept: [] }
}

/** Takes the last change back. What could not be taken back can be tried again. @throws SetupError */
export async function undoLast(): Promise<Outcome> {
    const last = readLastChange()
    if (!last) throw new SetupError('request_failed', 'There is no change to undo.')
    const { done, failed, left, kept } = await undoChanges(tables, last.changes)
    const open = new Set([...(failed ? [failed.change] : []), ...left].map(({ sysId }) => sysId))
    storeLastChange({ ...last, changes: failed ? last.changes.filter(({ sysId }) => open.has(sysId)) : [] })
    return { done, failed, left, kept }
}
