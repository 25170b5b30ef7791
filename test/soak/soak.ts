import type { Gate } from './gate'
import type { InstanceTime } from './instance-time'
import type { ProcessUnderTest } from './process-under-test'
import type { RecordLedger } from './record-ledger'
import type { SignIns } from './sign-ins'
import type { Tally } from './tally'
import type { TokenLedger } from './token-ledger'
import type { Troubles } from './troubles'

/** State that clients, trouble maker and verdict share. */
export interface Soak {
    /** Prefix of the markers of this run's records. */
    readonly name: string
    readonly process: ProcessUnderTest
    readonly gate: Gate
    readonly time: InstanceTime
    readonly troubles: Troubles
    readonly tokens: TokenLedger
    readonly signIns: SignIns
    readonly records: RecordLedger
    readonly tally: Tally
    /** Tokens, codes, verifiers and passwords, which must not appear anywhere. */
    readonly secrets: Set<string>
}
