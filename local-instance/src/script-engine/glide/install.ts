import { Action, redirectOf } from './records/action'
import { extendsObject } from './class-create'
import { clock } from './time/clock'
import { lineIn, safeCompiler, ScriptSyntaxError, type Compile } from './compile'
import { ScopeHost } from './scope-bridge'
import type { JobView, OutcomeView } from './job'
import { defineValue } from './lazy-properties'
import { createMetadataMemory } from './metadata-memory'
import { answerOf, failureOf, type AnswerDraft } from './rest/rest-answer'
import { RESTAPIRequest } from './rest/rest-request'
import { RESTAPIResponse } from './rest/rest-api-response'
import { Scopes } from './scopes'
import { SHARED } from './scope-api'
import { seal } from './seal'
import { toJson } from './to-json'
import type { BridgeFunction } from '../bridge/bridge'

/*
 * Entry of the runtime: the Glide API as code that is evaluated inside a script's context.
 *
 * - One context serves one transaction at a time: install() once, run() per transaction. Objects that outlive
 *   a transaction are frozen; the caller removes the globals that run() defines.
 * - `bridge` and `compile` stay in closures and private fields. `compile` is described in compiler.ts:
 *   parameter names, or null for a program whose last value is returned.
 * - The host returns and logs errors; run() never throws and logs no uncaught error itself.
 * - Every bridge call passes the calling scope (third parameter), since script includes of other scopes act
 *   with their own scope's rights.
 */

const { parse, stringify } = JSON

/** Function that the host calls. */
export interface Runtime {
    /** JSON of a JobView in, JSON of an OutcomeView out. */
    run(jobJson: string): string
}

/** Prepares a context for transactions; `global` is the context's own global object. */
export function install(bridge: BridgeFunction, compile: Compile, global: object): Runtime {
    const safeCompile = safeCompiler(compile)
    const memory = createMetadataMemory(bridge)
    seal(SHARED)
    defineValue(Object, 'extendsObject', extendsObject)
    return {
        run(jobJson) {
            const job = parse(jobJson) as JobView
            const draft: AnswerDraft = {
                status: 200,
                contentType: null,
                headers: {},
                body: undefined,
                error: undefined,
                written: undefined,
            }
            try {
                memory.begin(job.transaction.metadataVersion)
                const host = new ScopeHost(memory.bridge, job.transaction, job.transaction.scope)
                clock.now = () => host.now()
                const scopes = new Scopes(host, safeCompile, memory.moduleCodes)
                scopes.install(global)
                if (job.write)
                    return toJson({ result: null, write: scopes.write(job.write) } satisfies OutcomeView)
                bind(global, job, scopes, host, draft)
                const action = job.action ? new Action() : undefined
                if (action) defineValue(global, 'action', action)
                const value = safeCompile(job.source, job.label, null)()
                const answer = safeCompile(
                    "typeof answer === 'undefined' ? undefined : answer",
                    job.label,
                    null
                )()
                return toJson({
                    result: job.rest ? null : textOf(value),
                    ...(answer === undefined ? {} : { answer: plain(answer) }),
                    ...(action
                        ? { action: { redirect: redirectOf(action), messages: host.messages.all } }
                        : {}),
                    ...(job.rest ? { rest: answerOf(draft, value, job.rest.accept) } : {}),
                } satisfies OutcomeView)
            } catch (thrown) {
                return failure(job, draft, thrown)
            }
        },
    }
}

function bind(global: object, job: JobView, scopes: Scopes, host: ScopeHost, draft: AnswerDraft): void {
    const { current, event, rest } = job
    if (rest) {
        defineValue(global, 'request', new RESTAPIRequest(host, rest))
        defineValue(global, 'response', new RESTAPIResponse(host, draft))
    }
    if (current) {
        defineValue(global, 'current', scopes.record(current))
        // An asynchronous rule has no `previous` (DOCS c_BusinessRules).
        if (current.operation) defineValue(global, 'previous', null)
    }
    if (event) {
        const { name, parm1, parm2, sysId } = event
        const about = { table: current?.table ?? null, instance: current?.sysId ?? null }
        const row = { ...about, sys_id: sysId, name, parm1, parm2 }
        defineValue(global, 'event', scopes.record({ table: 'sysevent', sysId, row }))
    }
}

/** The script's last value as text; plain objects and lists as JSON. */
function textOf(value: unknown): string | null {
    if (value === undefined || value === null) return null
    if (typeof value !== 'object') return String(value)
    const prototype: unknown = Object.getPrototypeOf(value)
    const isPlain = prototype === null || prototype === Object.prototype || Array.isArray(value)
    if (!isPlain) return String(value)
    try {
        return stringify(value)
    } catch {
        // A cyclic list or object.
        return String(value)
    }
}

function plain(value: unknown): unknown {
    return typeof value === 'object' && value !== null ? textOf(value) : value
}

function failure(job: JobView, draft: AnswerDraft, thrown: unknown): string {
    const { message, line } = describe(thrown, job.label)
    return toJson({
        result: null,
        error: { message, line },
        ...(job.rest ? { rest: failureOf(draft, thrown, message) } : {}),
    } satisfies OutcomeView)
}

/** The thrown value as text; a script may throw objects that fail when inspected. */
function describe(thrown: unknown, label: string): { message: string; line: number | null } {
    try {
        if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown), line: null }
        const { message, stack } = thrown as { message?: unknown; stack?: unknown }
        const line = thrown instanceof ScriptSyntaxError ? thrown.line : lineIn(stack, label)
        return { message: message === undefined ? String(thrown) : String(message), line }
    } catch {
        return { message: 'The script threw a value that cannot be converted to text', line: null }
    }
}
