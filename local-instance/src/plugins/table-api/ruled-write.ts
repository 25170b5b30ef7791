import type { Host } from '../../core/plugin'
import type { Principal } from '../../core/principal'
import type { RecordWrite } from '../../core/script-host'
import { StoreError, type Row, type Table } from '../../core/store/types'
import { rulesOf } from '../../script-engine/rules-of'
import { noRecord, TableApiError } from './failure'

/** A write that its caller has the right to. */
export interface AllowedWrite extends Omit<RecordWrite, 'table'> {
    host: Host
    table: Table
    user: Principal
    clientIp: string
    /** Told what the business rules cost. */
    cost(statements: number): void
}

/** Whether business rules have to see a write, which then is a script's work. */
export function isRuled(host: Host, { name }: Table, operation: RecordWrite['operation']): boolean {
    return rulesOf(host).operations(name).includes(operation)
}

/**
 * Does the write in a script thread, with the table's business rules around it. A rule that aborts it is 403 with the
 * platform's text; what it told the user by `gs.addErrorMessage()` does not get into the answer.
 *
 * @throws TableApiError or StoreError with the error for the caller
 */
export async function writeWithRules(write: AllowedWrite): Promise<Row> {
    const { host, table, user, clientIp, operation, sysId, values } = write
    const outcome = await host.scripts.run({
        // Whoever may use a table through the API needs no privilege of a scope.
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
