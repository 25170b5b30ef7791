import { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import { findTokens } from './find-tokens'
import { now, toStored } from '../shared/glide-time'

/**
 * Handles the event `x_opfi_openfin.rules_changed`: updates the status rows to match the rules. If a rule's lead times
 * changed, its rows become due, since their next attempt was calculated with the old ones.
 */
export function onRulesChanged(event: { instance?: unknown; parm1: unknown }, ruleId: string): void {
    if (String(event.parm1) === 'leads' && ruleId !== '') {
        tryWrite('Token refresh: the next attempts of a changed rule', () => {
            const row = new GlideRecord('x_opfi_openfin_token_status')
            row.addQuery('rule', '=', ruleId)
            row.addNotNullQuery('next_attempt')
            row.setValue('next_attempt', toStored(now()))
            row.setWorkflow(false)
            row.updateMultiple()
        })
    }
    findTokens()
}
