import { SetupError } from '../setup-error'
import type { TableRow } from '../table-client'
import { hiddenReason, type Context } from './context'
import { checkPeople, PEOPLE_COLUMNS } from './people'

const TABLE = 'x_opfi_openfin_refresh_rule'
const COLUMNS = [
    ...['name', 'table', 'condition', 'profile_field', 'profile', 'profile.name'],
    ...PEOPLE_COLUMNS,
]
/** Maximum number of queried tables, so that many rules do not flood the instance. */
const MOST_TABLES = 10

/** Checks active rules: whether each can be applied, and whether its notifications have a recipient. */
export async function checkRefreshRules(context: Context): Promise<void> {
    const { report, tables } = context
    await report.check(['rule_unusable', 'nobody_to_tell'], async () => {
        const { rows, hidden } = await tables.list(TABLE, 'active=true^ORDERBYorder^ORDERBYsys_id', COLUMNS)
        if (hidden > 0) report.unknown(['rule_unusable', 'nobody_to_tell'], hiddenReason(TABLE, hidden))
        const usable = rows.filter((rule) => checkColumns(context, rule))
        const byTable = new Map<string, TableRow[]>()
        for (const rule of usable) {
            const key = [rule['table'], ...fieldsOf(rule)].join()
            byTable.set(key, [...(byTable.get(key) ?? []), rule])
        }
        const asked = [...byTable.values()]
        if (asked.length > MOST_TABLES) {
            report.unknown('rule_unusable', `Checked ${MOST_TABLES} of ${asked.length} tables of rules.`)
        }
        await Promise.all(asked.slice(0, MOST_TABLES).map((rules) => checkTable(context, rules)))
        await checkPeople(context, rows)
    })
}

function checkColumns(context: Context, rule: TableRow): boolean {
    const hasField = Boolean(rule['profile_field'])
    const hasProfile = Boolean(rule['profile'])
    if (!rule['table']) return unusable(context, rule, { field: 'table', why: 'names no table' })
    if (hasField === hasProfile) {
        return unusable(context, rule, {
            field: 'profile',
            why: 'must name either a profile field or a profile',
        })
    }
    if (hasProfile && !rule['profile.name'])
        return unusable(context, rule, {
            field: 'profile',
            why: 'names an OAuth profile that does not exist',
        })
    return true
}

/**
 * Tables and fields may change after a rule was saved, so the instance is queried for them, once for all
 * rules with the same fields.
 */
async function checkTable(context: Context, rules: readonly TableRow[]): Promise<void> {
    const { report, tables } = context
    const [first] = rules as [TableRow, ...TableRow[]]
    const table = first['table'] ?? ''
    const fields = fieldsOf(first)
    try {
        const [row] = (await tables.list(table, '', fields, 1)).rows
        // Either the field does not exist, or it cannot be read.
        const missing = row && fields.find((field) => row[field] === undefined)
        if (missing === undefined) return
        for (const rule of rules) {
            const field = rule['profile_field'] === missing ? 'profile_field' : 'condition'
            unusable(context, rule, { field, why: `${table} has no field ${missing}` })
        }
    } catch (error) {
        if (!(error instanceof SetupError) || error.status === undefined) throw error
        if (error.status !== 400 && error.status !== 404) {
            report.unknown('rule_unusable', error.message)
            return
        }
        for (const rule of rules) unusable(context, rule, { field: 'table', why: `${table} does not exist` })
    }
}

/**
 * Distinct fields of a rule. A term of a condition begins with a field in lower case, and operators are in
 * upper case.
 */
function fieldsOf(rule: TableRow): string[] {
    const terms = (rule['condition'] ?? '').split('^').map((term) => term.replace(/^(?:OR|NQ)(?=[a-z])/, ''))
    const named = terms.flatMap((term) => /^[a-z][a-z0-9_.]*/.exec(term)?.[0] ?? [])
    const profile = rule['profile_field'] ? [rule['profile_field']] : []
    return [...new Set([...profile, ...named])].sort()
}

function unusable(
    { report }: Context,
    rule: TableRow,
    { field, why }: { field: string; why: string }
): false {
    report.found('rule_unusable', {
        message: `The refresh rule "${rule['name']}" cannot be applied: ${why}. Its tokens are not refreshed.`,
        fix: 'Correct the rule, or deactivate it.',
        evidence: {
            ...{ table: TABLE, record: rule.sys_id, field },
            ...{ found: rule[field] ?? null, wanted: null },
        },
    })
    return false
}
