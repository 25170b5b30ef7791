import type { Connection } from '../echo/register-provider'
import type { CanaryScan } from './canaries'
import type { ConnectionPlan } from './connections'
import type { FaultPlan } from './faults'
import type { Passed } from './proxy'
import type { LivingToken } from './start-provider'
import type { ExpiryNotice, Told } from './status-rows'
import type { Use } from './use'

/** Data at the end: from the provider, its proxy, the instance and the notifications. */
export interface Evidence {
    connections: ConnectionPlan[]
    plan: FaultPlan
    start: number
    days: number
    passed: readonly Passed[]
    /** The app's setting: consecutive failures before a notification. */
    failuresBeforeNotice: number
    made: ReadonlyMap<string, Connection>
    told: { events: Told[]; mails: Told[] }
    announced: { events: ExpiryNotice[]; mails: ExpiryNotice[] }
    /** When the expiry notices ran, in ms since 1970. */
    noticeRuns: readonly number[]
    living: LivingToken[]
    /** The instance's refresh tokens by client id, as SHA-256 hashes. */
    stored: ReadonlyMap<string, string>
    /** Outcome of a final refresh by client id. */
    outcomes: ReadonlyMap<string, string>
    scan: CanaryScan
    uses: Use[]
}

/** A checked invariant. */
export interface Finding {
    what: string
    /** Figures. */
    seen: string
    /** Violations; empty if the invariant holds. */
    wrong: string[]
}
