import { GlideRecord } from '@servicenow/glide'
import { tryWrite } from '../shared/best-effort'
import { findTokens } from './find-tokens'
import { now, toStored } from './glide-time'

/**
 * Works off the event `x_opfi_openfin.rules_changed`: brings the rows in line with the rules. Where a rule's lead times
 * changed, its rows are looked at anew, since their next attempt was reckoned with the old ones.
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
