import type { Principal } from './principal'
import type { Row } from './store/types'

/** An HTTP request as a scripted REST operation sees it. */
export interface RestScriptRequest {
    method: string
    /** Full address, path, and query string without `?`, as the caller sent them. */
    url: string
    uri: string
    queryString: string
    headers: Record<string, string>
    pathParams: Record<string, string>
    /** Form fields are merged in; each value is a list (DOCS c_SpecifyContentType). */
    queryParams: Record<string, string[]>
    contentType: string
    body: Uint8Array
    /** Media types that the operation can produce, and the one negotiated. */
    produces: string[]
    accept: string
}

/** What a scripted REST operation answered. */
export interface RestScriptResponse {
    status: number
    contentType: string | null
    headers: Record<string, string>
    /** Text ready to send: `{"result": …}`, an error envelope, or what was written to the stream as it is. */
    body: string
}

/** A script that has to leave its variable `answer` true, such as an ACL's. */
export interface Guard {
    scope: string
    source: string
    /** For logs and errors, such as `sys_security_acl.…`. */
    label: string
}

/** A script to run in a scope, as a user. */
export interface ScriptJob {
    /** Run before the script, in the same thread; the first that refuses ends the job. */
    guards?: Guard[]
    /** Scope's name, `global` or `x_opfi_openfin`. */
    scope: string
    source: string
    /** For logs and errors, such as `sys_ws_operation.request_tokens`. */
    label: string
    user: Principal
    /** The caller's address, for GlideSession.getClientIP(); empty for jobs. */
    clientIp: string
    /** Binds `request` and `response`. */
    rest?: RestScriptRequest
    /** Binds `current` to a record: with `row` to that row; with `operation` as an asynchronous business rule has it. */
    current?: { table: string; sysId: string; row?: Row; operation?: 'insert' | 'update' | 'delete' }
    /** Instead of a script: a write with the business rules of its table. */
    write?: RecordWrite
    /** Binds `action`, as the script of a UI action has it. */
    action?: boolean
    /** Binds `event`. */
    event?: { name: string; parm1: string; parm2: string; sysId: string }
    /** Time limit in ms; default 30,000, or the property `local_instance.scripts.time_limit_ms`. */
    timeLimitMs?: number
    /** Language of the session; default the user's. */
    language?: string
    /** Which node's thread; default 0, the one that answers requests. */
    node?: number
}

/** A write that the user is authorized to make. */
export interface RecordWrite {
    table: string
    operation: 'insert' | 'update' | 'delete'
    /** Of the record; empty for a new one. */
    sysId: string
    /** Columns to set. */
    values: Row
}

/** The result of a write. */
export interface WriteOutcome {
    /** The record as it is stored now, or was before it was deleted; null if there is none or it was refused. */
    row: Row | null
    /** The store's code and text, or `aborted` with the platform's text about the business rule. */
    refusal?: { code: string; message: string }
}

/** What a UI action shows the user. */
export interface ActionOutcome {
    /** The page to go to; null if the script does not say. */
    redirect: string | null
    messages: { type: 'info' | 'error'; text: string }[]
}

/** How a script ended. A failing script is an outcome, not an exception. */
export interface ScriptOutcome {
    /** The script's last value as text; null if it has none. For an ACL script, `answer`. */
    result: string | null
    /** The script's variable `answer`, where it set one. */
    answer?: unknown
    error?: { message: string; line: number | null; code: 'script_error' | 'time_limit' | 'thread_lost' }
    /** Label of the guard that refused; the script did not run. */
    refusedBy?: string
    log: LogEntry[]
    rest?: RestScriptResponse
    /** What a UI action shows the user. */
    action?: ActionOutcome
    /** The result of the job's write. */
    write?: WriteOutcome
    /** SQL statements that the script's own Glide calls ran. */
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
    /** Ends a node's threads at once, as a crash would; scripts that run there end as `thread_lost`. */
    kill(node: number): Promise<void>
    restart(node: number): Promise<void>
    /** Number of live threads, including those that are ending, and of threads with a job. */
    counts(): { threads: number; busy: number }
    readonly nodes: number
}
