import type { Clock } from '../../core/clock'
import type { Log } from '../../core/log'
import type { Rights } from '../../core/rights'
import type { LogEntry, RestScriptResponse, ScriptJob } from '../../core/script-host'
import type { Store } from '../../core/store/types'
import type { OutboundClient } from '../outbound/outbound-client'
import type { BusinessRules } from './business-rules'
import type { Modules } from './modules'
import type { PlatformWork } from './platform-work'
import type { IsHidden } from './private-properties'
import type { ScopeAccess } from './scope-access'
import type { ScriptIncludes } from './script-includes'

/** State that a script thread keeps for all its jobs. */
export interface BridgeParts {
    store: Store
    rights: Rights
    clock: Clock
    log: Log
    modules: Modules
    scriptIncludes: ScriptIncludes
    isHiddenProperty: IsHidden
    access: ScopeAccess
    rules: BusinessRules
    outbound: OutboundClient
    platform: PlatformWork
}

/** Side effects of a job besides its result. */
export interface JobTrace {
    rest: RestScriptResponse | undefined
    outboundCalls: number
}

/** State that the operations of one job share, for code of one scope. */
export interface BridgeContext extends BridgeParts {
    job: ScriptJob
    /** The calling scope: the job's own, or that of a script include it uses. */
    scope: string
    /** Allows code of another scope to take part in the job from now on. */
    admit(scope: string): void
    /** Writes to the system log and to the job's outcome. */
    write(level: LogEntry['level'], message: string): void
    trace: JobTrace
}
