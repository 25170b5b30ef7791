import { toGlideDateTime } from '../../core/clock'
import type { LogEntry, RestScriptResponse, ScriptJob } from '../../core/script-host'
import { StoreError } from '../../core/store/types'
import type { BridgeFunction, BridgeOperations } from '../bridge/bridge'
import type { BridgeContext, BridgeParts, JobTrace } from './bridge-context'
import { BridgeError } from './bridge-error'
import { createHttpOperations } from './http-operations'
import { createModuleOperations } from './module-operations'
import { createOAuthOperations } from './oauth-operations'
import { createRecordOperations } from './record-operations'
import { createRightOperations } from './right-operations'
import { createRuleOperations } from './rule-operations'
import { createScriptIncludeOperations } from './script-include-operations'
import { createSystemOperations } from './system-operations'
import { createValueOperations } from './value-operations'

/** Maximum length of a log message, in characters. */
const MAX_MESSAGE = 8000

/** The host side of the bridge for one job. */
export interface BridgeHost {
    call: BridgeFunction
    /** What the script wrote to its REST response, if anything. */
    readonly rest: RestScriptResponse | undefined
    /** Number of SQL statements run by the script's own calls so far. */
    readonly statements: number
    readonly outboundCalls: number
    write(level: LogEntry['level'], message: string): void
}

type Operation = (input: never) => unknown

/** Creates the bridge of a job. `logged` is called with every line that the job logs. */
export function createBridgeHost(
    parts: BridgeParts,
    job: ScriptJob,
    logged: (entry: LogEntry) => void
): BridgeHost {
    const { store, clock, log, platform } = parts
    const trace: JobTrace = { rest: undefined, outboundCalls: 0 }
    const byScope = new Map<string, Map<string, Operation>>()
    /** Scopes whose code takes part: the job's own, and those of the script includes it received. */
    const admitted = new Set([job.scope])
    const [before, platformBefore] = [store.statements, platform.statements]

    const writeAs = (source: string) => (level: LogEntry['level'], text: string) => {
        const message = text.slice(0, MAX_MESSAGE)
        platform(() => log.write(level, source, message))
        logged({ level, source, message, sys_created_on: toGlideDateTime(clock.now()) })
    }
    const operationsOf = (scope: string): Map<string, Operation> => {
        let operations = byScope.get(scope)
        if (!operations) {
            const admit = (another: string) => void admitted.add(another)
            operations = createOperations({ ...parts, job, scope, trace, admit, write: writeAs(scope) })
            byScope.set(scope, operations)
        }
        return operations
    }

    return {
        call(operation, json, scope = job.scope) {
            try {
                if (!admitted.has(scope))
                    return failure('bad_request', 'The scope does not take part in this transaction')
                const run = operationsOf(scope).get(operation)
                if (!run) return failure('bad_request', `Unknown operation ${String(operation).slice(0, 40)}`)
                const value = run(JSON.parse(json) as never)
                return JSON.stringify({ value: value === undefined ? null : value })
            } catch (error) {
                if (error instanceof BridgeError && error.code === 'cross_scope') {
                    writeAs(scope)('error', `Security restricted: ${error.message}`)
                }
                return describe(error, parts)
            }
        },
        write: writeAs(job.scope),
        get rest() {
            return trace.rest
        },
        get statements() {
            return store.statements - before - (platform.statements - platformBefore)
        },
        get outboundCalls() {
            return trace.outboundCalls
        },
    }
}

function createOperations(context: BridgeContext): Map<string, Operation> {
    const operations: BridgeOperations = {
        ...createRecordOperations(context),
        ...createRuleOperations(context),
        ...createValueOperations(context),
        ...createRightOperations(context),
        ...createScriptIncludeOperations(context),
        ...createSystemOperations(context),
        ...createModuleOperations(context),
        ...createHttpOperations(context),
        ...createOAuthOperations(context),
    }
    return new Map(Object.entries(operations))
}

function failure(code: string, message: string): string {
    return JSON.stringify({ error: { code, message } })
}

function describe(error: unknown, { log, platform }: BridgeParts): string {
    if (error instanceof BridgeError || error instanceof StoreError) return failure(error.code, error.message)
    // The cause is only logged; a script must not see file names and SQL.
    const cause = error instanceof Error ? error.message : String(error)
    try {
        platform(() => log.write('error', 'scripts', `Internal error: ${cause}`))
    } catch {
        // The log is in the same database, which may have failed.
    }
    return failure('internal', 'The operation failed')
}
