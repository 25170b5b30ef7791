import { GlideRecord } from '@servicenow/glide'
import { CLONED_MESSAGE, isClone } from '../clones/clone-guard'
import { raiseEvent, showMessage } from '../shared/best-effort'
import { consentAddress } from './consent-address'
import { now, toStored } from '../shared/glide-time'
import { refreshNow } from './refresher'
import { leadTimesOfRule } from './lead-times'
import { requestorExists } from './token-key'
import { saveMissingRecord, type StatusRow } from './status-row'

/** The part of a UI action's `action` object that is used. */
export interface FormAction {
    setRedirectURL(target: unknown): void
}

/** "Refresh OAuth token" on a status: refreshes the token now, even if it is still valid. */
export function refreshFromStatus(row: StatusRow, action: FormAction): void {
    showMessage(refreshRow(row))
    action.setRedirectURL(row)
}

/** "Get OAuth token" on a status: opens the provider's consent page. */
export function consentFromStatus(row: StatusRow, action: FormAction): void {
    action.setRedirectURL(consentAddress(keyOf(row)))
}

/** "Refresh OAuth token" on a rule: refreshes all its tokens at the next run of the job, on all nodes. */
export function refreshFromRule(rule: GlideRecord<'x_opfi_openfin_refresh_rule'>, action: FormAction): void {
    action.setRedirectURL(rule)
    if (isClone()) {
        showMessage(CLONED_MESSAGE)
        return
    }
    const row = new GlideRecord('x_opfi_openfin_token_status')
    row.addQuery('rule', '=', rule.getUniqueValue())
    row.setValue('next_attempt', toStored(now()))
    row.setValue('force', true)
    row.setWorkflow(false)
    row.updateMultiple()
    raiseEvent('x_opfi_openfin.rules_changed', rule, ['', ''])
    showMessage('The tokens of this rule will be refreshed within the next few minutes.')
}

/** "Get OAuth token" on a rule: opens the list of its tokens that require authorization. */
export function consentFromRule(rule: GlideRecord<'x_opfi_openfin_refresh_rule'>, action: FormAction): void {
    const query = `rule=${rule.getUniqueValue()}^outcomeINno_token,reauthorize`
    action.setRedirectURL(`x_opfi_openfin_token_status_list.do?sysparm_query=${encodeURIComponent(query)}`)
}

/** Whether an active rule covers a record. One statement, over the index by requestor. */
export function covers(record: { getUniqueValue(): unknown }): boolean {
    return rowsOf(record).hasNext()
}

/** "Refresh OAuth token" on a record that a rule covers. */
export function refreshFromRecord(record: { getUniqueValue(): unknown }, action: FormAction): void {
    const rows = rowsOf(record)
    while (rows.next()) showMessage(refreshRow(rows))
    action.setRedirectURL(record)
}

/** "Get OAuth token" on a record that a rule covers. */
export function consentFromRecord(record: { getUniqueValue(): unknown }, action: FormAction): void {
    const rows = rowsOf(record)
    if (rows.next()) action.setRedirectURL(consentAddress(keyOf(rows)))
}

function refreshRow(row: StatusRow): string {
    const key = keyOf(row)
    if (!requestorExists(key)) {
        saveMissingRecord(row)
        return 'The record no longer exists.'
    }
    const leadTimes = leadTimesOfRule(row.getValue('rule') ?? '')
    return refreshNow(key, { row, leadTimes, always: true, run: '' }).message
}

function keyOf(row: StatusRow) {
    return {
        table: row.getValue('requestor_table') ?? '',
        requestor: row.getValue('requestor') ?? '',
        profile: row.getValue('profile') ?? '',
    }
}

function rowsOf(record: { getUniqueValue(): unknown }): StatusRow {
    const rows = new GlideRecord('x_opfi_openfin_token_status')
    rows.addQuery('requestor', '=', String(record.getUniqueValue() ?? ''))
    rows.addQuery('rule.active', true)
    rows.query()
    return rows
}
