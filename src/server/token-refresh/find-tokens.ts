import { GlideRecord } from '@servicenow/glide'
import { stopOnClone } from '../clones/clone-guard'
import { tryWrite } from '../shared/best-effort'
import { watchTokens } from '../expiry-notices/watch-tokens'
import { checkCredentialAccess } from './credentials'
import { leadTimesOf } from './lead-times'
import { applyRule } from './search-rule'
import type { SearchedRule } from './search-rows'
import { isEnabled } from './settings'

/**
 * The job "OpenFin: find OAuth tokens": updates the status rows to match the rules. Rules are processed in their order, so
 * that the one with the lower order gets a token that two rules cover; rows of inactive or deleted rules are deleted
 * first. A rule that cannot be applied keeps its rows and does not hold up the others.
 */
export function findTokens(): void {
    if (!isEnabled() || stopOnClone()) return
    const rules = readRules()
    removeOrphans(rules.map(({ sysId }) => sysId))
    const orders = new Map(rules.map(({ sysId }, order) => [sysId, order]))
    for (const rule of rules) applyRule(rule, orders)
    if (rules.length > 0) checkCredentialAccess()
    watchTokens({ all: true })
}

function readRules(): SearchedRule[] {
    const rule = new GlideRecord('x_opfi_openfin_refresh_rule')
    rule.addQuery('active', true)
    rule.orderBy('order')
    rule.orderBy('sys_created_on')
    rule.orderBy('sys_id')
    rule.query()
    const rules: SearchedRule[] = []
    while (rule.next()) {
        rules.push({
            sysId: rule.getUniqueValue(),
            name: rule.getValue('name') ?? '',
            table: rule.getValue('table') ?? '',
            condition: rule.getValue('condition') ?? '',
            profileField: rule.getValue('profile_field') ?? '',
            profile: rule.getValue('profile') ?? '',
            leadTimes: leadTimesOf(rule),
        })
    }
    return rules
}

function removeOrphans(active: string[]): void {
    // The refresh job skips rows that could not be deleted.
    tryWrite('Token refresh: the removal of statuses without an active rule', () => {
        const row = new GlideRecord('x_opfi_openfin_token_status')
        // Rows without a rule are those of watched tokens.
        row.addNotNullQuery('rule')
        if (active.length > 0) row.addQuery('rule', 'NOT IN', active.join(','))
        row.setWorkflow(false)
        row.deleteMultiple()
    })
}
