import { GlideRecord } from '@servicenow/glide'
import { checkCondition } from './check-condition'
import { reachField } from './field-path'

/** Columns of a rule, as strings. */
export interface RuleValues {
    name: string
    table: string
    condition: string
    profileField: string
    profile: string
    accessLeadS: string
    refreshLeadS: string
}

/** Maximum lead time, in seconds: one year. Longer ones are typing errors. */
const MAX_LEAD_S = 31_536_000

/** Why a rule is invalid, and what to do about it; null if it is valid. */
export function checkRule(rule: RuleValues): string | null {
    if (rule.name.trim() === '') return 'The rule needs a name.'
    return (
        checkTable(rule.table) ??
        checkProfile(rule) ??
        checkCondition(rule.table, rule.condition) ??
        checkLeadTimes(rule)
    )
}

function checkTable(table: string): string | null {
    if (table === '') return 'The rule needs a table.'
    if (!/^\w+$/.test(table)) return 'Invalid table name.'
    const record = new GlideRecord(table as 'sys_metadata')
    if (!record.isValid()) return `The table ${table} does not exist.`
    try {
        record.setLimit(1)
        record.query()
        return null
    } catch {
        return (
            `The app has no read access to ${table}. Make the table accessible from all application scopes, and grant a ` +
            `cross-scope privilege: source scope "OpenFin for ServiceNow", target name ${table}, type Table, operation Read.`
        )
    }
}

function checkProfile({ table, profileField, profile }: RuleValues): string | null {
    if ((profileField === '') === (profile === '')) return 'Set either Profile field or Profile, not both.'
    if (profile !== '') {
        const record = new GlideRecord('oauth_entity_profile')
        return record.get(profile) ? null : 'The OAuth profile does not exist.'
    }
    const field = reachField(table, profileField)
    if (!field) return `${table} has no field ${profileField.slice(0, 80)}.`
    return field.reference === 'oauth_entity_profile'
        ? null
        : `${profileField} does not reference an OAuth profile (oauth_entity_profile).`
}

function checkLeadTimes({ accessLeadS, refreshLeadS }: RuleValues): string | null {
    for (const [label, value] of [
        ['access token', accessLeadS],
        ['refresh token', refreshLeadS],
    ] as const) {
        // Empty means the default.
        if (value !== '' && !(/^\d+$/.test(value) && Number(value) <= MAX_LEAD_S))
            return `The lead time of the ${label} must be between 0 and ${MAX_LEAD_S} seconds.`
    }
    return null
}
