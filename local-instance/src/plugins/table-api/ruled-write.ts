import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { RecordWrite } from '../../core/script-host'
import { StoreError, type Row, type Table } from '../../core/store/types'
import { rulesOf } from '../../script-engine/rules-of'
import { noRecord, TableApiError } from './failure'

/** An authorized write. */
export interface AllowedWrite extends Omit<RecordWrite, 'table'> {
    host: Host
    table: Table
    user: Principal
    clientIp: string
    /** Called with the cost of the business rules. */
    cost(statements: number): void
}

/** Whether business rules apply to a write, which then runs in a script thread. */
export function isRuled(host: Host, { name }: Table, operation: RecordWrite['operation']): boolean {
    return rulesOf(host).operations(name).includes(operation)
}

/**
 * Makes the write in a script thread, with the table's business rules. If a rule aborts it, the response is
 * 403 with the platform's text; the rule's `gs.addErrorMessage()` messages are not included.
 *
 * @throws TableApiError or StoreError with the error for the caller
 */
export async function writeWithRules(write: AllowedWrite): Promise<Row> {
    const { host, table, user, clientIp, operation, sysId, values } = write
    const outcome = await host.scripts.run({
        // A caller with API access to a table needs no cross-scope privilege.
        scope: table.scope,
        source: '',
        label: `Table API ${operation} ${table.name}`,
        user,
        clientIp,
        write: { table: table.name, operation, sysId, values },
    })
    write.cost(outcome.statements)
    const { row = null, refusal } = outcome.write ?? {}
    if (refusal?.code === 'aborted') throw new TableApiError(403, 'Operation Failed', refusal.message)
    if (refusal) throw new StoreError(refusal.code, refusal.message)
    if (outcome.error || !outcome.write) {
        const reason = outcome.error?.message ?? 'The write was not completed'
        host.log.write('error', 'Table API', `${operation} ${table.name}: ${reason}`)
        throw new TableApiError(500, 'Operation Failed', reason)
    }
    if (!row) throw noRecord()
    return row
}
