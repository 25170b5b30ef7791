import type { ConnectionPlan } from './connections'
import type { FaultPlan } from './faults'
import type { RunningInstance } from './running-instance'
import type { Provider } from './start-provider'

/** Options of the world. */
export interface WorldOptions {
    seed: string
    /** Start, in ms since 1970. */
    start: number
    days: number
    connections: ConnectionPlan[]
    faults: FaultPlan
    instance: RunningInstance
    provider: Provider
    secret: string
    /** Called after each day. */
    onDay?(day: number): void
}
