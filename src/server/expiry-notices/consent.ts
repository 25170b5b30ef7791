import { GlideRecord } from '@servicenow/glide'
import { bestEffort } from '../shared/best-effort'
import { fillMessage, TOKEN_MESSAGES } from '../shared/token-messages'

/**
 * Sets who gave the consent. If somebody else had given the one before, the row says so until the next consent, so that a
 * consent with the wrong account is noticed.
 */
export function setConsent(row: GlideRecord<'x_opfi_openfin_token_status'>, user: string): void {
    const before = row.getValue('consented_by') ?? ''
    const note = before === '' ? '' : fillMessage(TOKEN_MESSAGES.changedConsent, nameOf(user), nameOf(before))
    row.setValue('consent_note', note.slice(0, 255))
    row.setValue('consented_by', user)
}

/** Display name of a user; the sys_id if the user cannot be read. */
export function nameOf(user: string): string {
    const name = bestEffort(() => {
        const record = new GlideRecord('sys_user')
        return record.get(user) ? record.getValue('name') : ''
    })
    return name || user
}
