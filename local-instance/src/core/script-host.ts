import type { Principal } from './principal'
import type { Row } from './store/types'

/** An HTTP request as a scripted REST operation sees it. */
export interface RestScriptRequest {
    method: string
    /** Full address, path, and query string without `?`, as sent by the caller. */
    url: string
    uri: string
    queryString: string
    headers: Record<string, string>
    pathParams: Record<string, string>
    /** Form fields are merged in; each value is a list (DOCS c_SpecifyContentType). */
    queryParams: Record<string, string[]>
    contentType: string
    body: Uint8Array
    /** Media types that the operation produces, and the negotiated one. */
    produces: string[]
    accept: string
}

/** Response of a scripted REST operation. */
export interface RestScriptResponse {
    status: number
    contentType: string | null
    headers: Record<string, string>
    /** Body ready to send: `{"result": …}`, an error envelope, or the text written to the stream. */
    body: string
}

/** A script that must set its variable `answer` to true, such as an ACL script. */
export interface Guard {
    scope: string
    source: string
    /** Label for logs and errors, such as `sys_security_acl.…`. */
    label: string
}

/** A script to run in a scope, as a user. */
export interface ScriptJob {
    /** Run before the script, in the same thread; the first one that denies ends the job. */
    guards?: Guard[]
    /** Scope name, `global` or `x_opfi_openfin`. */
    scope: string
    source: string
    /** Label for logs and errors, such as `sys_ws_operation.request_tokens`. */
    label: string
    user: Principal
    /** The caller's address, for GlideSession.getClientIP(); empty for jobs. */
    clientIp: string
    /** Binds `request` and `response`. */
    rest?: RestScriptRequest
    /**
     * Binds `current` to a record: with `row` to that row; with `operation` as in an asynchronous business
     * rule.
     */
    current?: { table: string; sysId: string; row?: Row; operation?: 'insert' | 'update' | 'delete' }
    /** A write with its table's business rules, instead of a script. */
    write?: RecordWrite
    /** Binds `action`, as in a UI action script. */
    action?: boolean
    /** Binds `event`. */
    event?: { name: string; parm1: string; parm2: string; sysId: string }
    /** Time limit in ms; default 30,000, or the property `local_instance.scripts.time_limit_ms`. */
    timeLimitMs?: number
    /** Language of the session; default the user's. */
    language?: string
    /** Node that runs the script; default 0, the one that serves requests. */
    node?: number
}

/** A write that the user is authorized to make. */
export interface RecordWrite {
    table: string
    operation: 'insert' | 'update' | 'delete'
    /** sys_id of the record; empty for a new one. */
    sysId: string
    /** Columns to set. */
    values: Row
}

/** The result of a write. */
export interface WriteOutcome {
    /**
     * The record as stored, or as it was before its deletion; null if there is none or the write was refused.
     */
    row: Row | null
    /** The store's code and message, or `aborted` with the platform's message about the business rule. */
    refusal?: { code: string; message: string }
}

/** Result of a UI action for the user. */
export interface ActionOutcome {
    /** Target page; null if the script sets none. */
    redirect: string | null
    messages: { type: 'info' | 'error'; text: string }[]
}

/** How a script ended. A failing script is an outcome, not an exception. */
export interface ScriptOutcome {
    /** The script's last value as text; null if it has none. For an ACL script, `answer`. */
    result: string | null
    /** The script's variable `answer`, if set. */
    answer?: unknown
    error?: { message: string; line: number | null; code: 'script_error' | 'time_limit' | 'thread_lost' }
    /** Label of the guard that denied access; the script did not run. */
    refusedBy?: string
    log: LogEntry[]
    rest?: RestScriptResponse
    /** Result of a UI action. */
    action?: ActionOutcome
    /** The result of the job's write. */
    write?: WriteOutcome
    /** Number of SQL statements run by the script's own Glide calls. */
    statements: number
    outboundCalls: number
    ms: number
}

/** A line of the system log (`syslog`). */
export interface LogEntry {
    level: 'debug' | 'info' | 'warn' | 'error'
    source: string
    message: string
    sys_created_on: string
}

/** Runs scripts in sandboxed contexts on worker threads. Implemented by the plug-in `scripts`. */
export interface ScriptHost {
    run(job: ScriptJob): Promise<ScriptOutcome>
    /** Terminates a node's threads immediately, like a crash; scripts running there end as `thread_lost`. */
    kill(node: number): Promise<void>
    restart(node: number): Promise<void>
    /** Number of live threads, including terminating ones, and of threads with a job. */
    counts(): { threads: number; busy: number }
    readonly nodes: number
}
