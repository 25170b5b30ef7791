import { GlideRecord } from '@servicenow/glide'
import { bestEffort, tryWrite } from '../shared/best-effort'
import { now, toStored } from '../shared/glide-time'
import { TOKEN_MESSAGES } from '../shared/token-messages'
import { tokenKey } from '../token-refresh/token-key'
import { setConsent } from './consent'
import { setRefreshEnd } from './refresh-end'
import { findTables } from './requestor-tables'

/** A refresh token without a refresh rule, as it becomes a status row. */
export interface WatchedToken {
    requestor: string
    profile: string
    /** Empty: to be looked up. */
    table: string
    expires: string
    user: string
}

/** Adds and updates the rows of a page. */
export function saveWatched(tokens: WatchedToken[]): void {
    if (tokens.length === 0) return
    const missing = new Map(tokens.map((token) => [tokenKey(token), token]))
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('requestor', 'IN', [...new Set(tokens.map(({ requestor }) => requestor))].join(','))
    row.query()
    while (row.next()) {
        const name = tokenKey({
            requestor: row.getValue('requestor') ?? '',
            profile: row.getValue('profile') ?? '',
        })
        const token = missing.get(name)
        missing.delete(name)
        if (token && (row.getValue('rule') ?? '') === '') update(row, token)
    }
    const added = [...missing.values()]
    const tables = findTables(added.filter(({ table }) => table === '').map(({ requestor }) => requestor))
    for (const token of added) add({ ...token, table: token.table || (tables.get(token.requestor) ?? '') })
}

function add({ table, requestor, profile, expires, user }: WatchedToken): void {
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.initialize()
    row.setValue('requestor_table', table)
    row.setValue('requestor', requestor)
    row.setValue('profile', profile)
    row.setValue('refresh_token_expires', expires)
    row.setValue('consented_by', user)
    row.setValue('failures', 0)
    row.setValue('outcome', 'valid')
    row.setValue('message', watchedMessage(table))
    row.setWorkflow(false)
    // A search on another node may have added it meanwhile (unique by requestor and profile).
    bestEffort(() => row.insert())
}

/** Without a table, the record may be deleted, or of a table whose records are not looked up. */
function watchedMessage(table: string): string {
    return table === '' ? TOKEN_MESSAGES.watchedWithoutRecord : TOKEN_MESSAGES.watched
}

function update(row: GlideRecord<'x_opfi_openfin_token_status'>, { expires, user }: WatchedToken): void {
    const sameEnd = row.getValue('refresh_token_expires') === expires
    const sameUser = user === '' || row.getValue('consented_by') === user
    if (sameEnd && sameUser) return
    if (!sameUser) setConsent(row, user)
    setRefreshEnd(row, expires)
    if (expires === '' || expires > toStored(now())) {
        row.setValue('outcome', 'valid')
        row.setValue('message', watchedMessage(row.getValue('requestor_table') ?? ''))
    }
    row.setWorkflow(false)
    tryWrite(`Expiry notices: the status ${row.getUniqueValue()}`, () => row.update())
}

/** Removes rows without a rule: all, or those named. One statement. */
export function removeWatched(sysIds?: string[]): void {
    tryWrite('Expiry notices: the removal of watched tokens', () => {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        row.addNullQuery('rule')
        if (sysIds) row.addQuery('sys_id', 'IN', sysIds.join(','))
        row.setWorkflow(false)
        row.deleteMultiple()
    })
}
