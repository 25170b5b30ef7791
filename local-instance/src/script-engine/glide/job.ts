import type {
    ActionOutcome,
    RecordWrite,
    RestScriptRequest,
    RestScriptResponse,
    WriteOutcome,
} from '../../core/script-host'
import type { Row } from '../../core/store/types'
import type { RuleOperation, TransactionView } from '../bridge/bridge'

/** A request as passed into the context. */
export interface RestView extends Omit<RestScriptRequest, 'body'> {
    bodyBase64: string
}

/** Input of run(), as JSON. */
export interface JobView {
    transaction: TransactionView
    source: string
    /** The script's file name in stack traces. */
    label: string
    /** Binds `request` and `response`. */
    rest?: RestView
    /** Binds `current`; with `row` to that row, otherwise to the record read with the scope's rights. */
    current?: { table: string; sysId: string; row?: Row; operation?: RuleOperation }
    /** Binds `action`. */
    action?: boolean
    /** Executed instead of the source. */
    write?: RecordWrite
    /** Binds `event`. */
    event?: { name: string; parm1: string; parm2: string; sysId: string }
}

/** Result of run(), as JSON. */
export interface OutcomeView {
    result: string | null
    answer?: unknown
    rest?: RestScriptResponse
    write?: WriteOutcome
    action?: ActionOutcome
    error?: { message: string; line: number | null }
}
