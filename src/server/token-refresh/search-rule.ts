import { GlideRecord } from '@servicenow/glide'
import { logError } from '../shared/best-effort'
import { readCredentials } from './credentials'
import { tokenKey } from './token-key'
import { checkCondition } from './rule-check/check-condition'
import {
    addRow,
    readRows,
    removeRows,
    takeOver,
    type Found,
    type KnownRow,
    type SearchedRule,
} from './search-rows'

/** Records per page; each page costs five statements, and one for each new or deleted row. */
const PAGE = 500

/** Applies one rule. A failure is logged, and ends the search of this rule only. */
export function applyRule(rule: SearchedRule, orders: Map<string, number>): void {
    try {
        // Tables change after a rule was saved, and the platform ignores conditions on missing fields.
        const reason = checkCondition(rule.table, rule.condition)
        if (reason !== null) throw new Error(reason)
        search(rule, orders)
    } catch (error) {
        logError(`Refresh rule "${rule.name}" could not be applied: ${reasonOf(error)}`)
    }
}

/** What a refusal says. The platform may throw what is no Error, such as a text or nothing. */
function reasonOf(error: unknown): string {
    const { message } = Object(error) as { message?: unknown }
    const text = typeof error === 'string' ? error : message
    return text ? String(text) : 'the platform gives no reason'
}

function search(rule: SearchedRule, orders: Map<string, number>): void {
    // With `^NQ`, the condition of the page would apply to one alternative only, so such rules are read in one piece.
    const limit = rule.condition.includes('^NQ') ? null : PAGE
    let after = ''
    for (;;) {
        const records = readPage(rule, { after, limit })
        const last = limit === null || records.length < limit ? null : (records[limit - 1] as Found).requestor
        comparePage(rule, { orders, records, after, last })
        if (last === null) return
        after = last
    }
}

function comparePage(
    rule: SearchedRule,
    page: { orders: Map<string, number>; records: Found[]; after: string; last: string | null }
): void {
    const withProfile = page.records.filter(({ profile }) => profile !== '')
    const wanted = new Set(withProfile.map(tokenKey))
    const known = readRows({ rule: rule.sysId, after: page.after, last: page.last, requestors: withProfile })
    removeRows(known.filter((row) => row.rule === rule.sysId && !wanted.has(tokenKey(row))))
    const byName = new Map(known.map((row) => [tokenKey(row), row]))
    const added = withProfile.filter((found) => !byName.has(tokenKey(found)))
    const credentials = readCredentials(withProfile.map(({ requestor }) => requestor))
    for (const found of added) addRow(rule, found, credentials?.get(tokenKey(found)))
    for (const found of withProfile) {
        const row = byName.get(tokenKey(found))
        if (row)
            takeOver(rule, {
                row,
                holdsAlready: isHeld(row, rule, page.orders),
                stored: credentials && { updated: credentials.get(tokenKey(found))?.updated },
                user: credentials?.get(tokenKey(found))?.user,
            })
    }
}

/** Of two rules that cover a token, the one with the lower order keeps the row. */
function isHeld(row: KnownRow, rule: SearchedRule, orders: Map<string, number>): boolean {
    const holder = orders.get(row.rule)
    return holder !== undefined && holder <= (orders.get(rule.sysId) ?? Infinity)
}

function readPage(
    { table, condition, profileField, profile }: SearchedRule,
    { after, limit }: { after: string; limit: number | null }
): Found[] {
    const record = new GlideRecord(table as 'sys_metadata')
    // Only administrators write rules, and the condition has been validated field by field.
    if (condition !== '') record.addEncodedQuery(withoutOrder(condition))
    if (after !== '') record.addQuery('sys_id', '>', after)
    record.orderBy('sys_id')
    if (limit !== null) record.setLimit(limit)
    record.query()
    const found: Found[] = []
    while (record.next()) {
        const named = profile === '' ? String(record.getElement(profileField) ?? '') : profile
        found.push({ requestor: record.getUniqueValue(), profile: named })
    }
    return found
}

/** Paging needs its own order. */
function withoutOrder(condition: string): string {
    return condition.replace(/\^?ORDERBY(DESC)?[a-z0-9_.]+/g, '').replace(/\^EQ$/, '')
}
