import type { Clock } from '../../../core/clock'
import type { Log } from '../../../core/log'
import type { Rights } from '../../../core/rights'
import type { LogEntry, RestScriptResponse, ScriptJob } from '../../../core/script-host'
import type { Store } from '../../../core/store/types'
import type { OutboundClient } from '../outbound/outbound-client'
import type { Modules } from './modules'
import type { IsHidden } from './private-properties'
import type { ScopeAccess } from './scope-access'
import type { ScriptIncludes } from './script-includes'

/** What a script thread keeps for all its jobs. */
export interface BridgeParts {
    store: Store
    rights: Rights
    clock: Clock
    log: Log
    modules: Modules
    scriptIncludes: ScriptIncludes
    isHiddenProperty: IsHidden
    access: ScopeAccess
    outbound: OutboundClient
    platform: PlatformWork
}

/** What a job leaves behind besides its result. */
export interface JobTrace {
    rest: RestScriptResponse | undefined
    outboundCalls: number
}

/** What the operations of one job share, for code of one scope. */
export interface BridgeContext extends BridgeParts {
    job: ScriptJob
    /** The scope whose code asks: the job's own, or that of a script include it uses. */
    scope: string
    /** Writes to the system log and to the job's outcome. */
    write(level: LogEntry['level'], message: string): void
    trace: JobTrace
}

/** Runs work that the platform does for itself, whose statements are not the script's. */
export interface PlatformWork {
    <T>(run: () => T): T
    /** Statements that such work ran so far. */
    readonly statements: number
}

/** Keeps count of the statements that the platform runs for itself. */
export function createPlatformWork(store: Store): PlatformWork {
    let statements = 0
    let nested = false
    const work = <T>(run: () => T): T => {
        if (nested) return run()
        const before = store.statements
        nested = true
        try {
            return run()
        } finally {
            nested = false
            statements += store.statements - before
        }
    }
    return Object.defineProperty(work, 'statements', { get: () => statements }) as PlatformWork
}
