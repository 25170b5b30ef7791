import type { Change, WrittenTable } from './change'
import { SetupError } from './setup-error'
import type { TableClient } from './table-client'

/** A table that the caller may not write. */
export interface Obstacle {
    table: WrittenTable
    /** Roles, any of which suffices. */
    roles: readonly string[]
    /** Names of the records that would be changed. */
    records: string[]
}

/** Roles that may write a table (DOCS t_ManageTokens, t_DefineACORSRule; "Add a system property"). */
export const WRITERS: Readonly<Record<WrittenTable, readonly string[]>> = {
    oauth_entity: ['admin', 'oauth_admin'],
    sys_cors_rule: ['admin', 'web_service_admin', 'cors_rule_admin'],
    sys_properties: ['admin'],
}

/** Names of the caller's roles, contained ones included; null if they are not visible. */
export async function readRoles(tables: TableClient): Promise<Set<string> | null> {
    try {
        const { rows, hidden } = await tables.list('sys_user_has_role', 'user=javascript:gs.getUserID()', [
            'role.name',
        ])
        return hidden > 0 ? null : new Set(rows.map((row) => row['role.name'] ?? ''))
    } catch (error) {
        if (error instanceof SetupError && ['not_authorized', 'request_failed'].includes(error.code))
            return null
        throw error
    }
}

/**
 * The tables of a plan that the caller may not write, by the documented roles. Where the roles do not grant
 * it, or are not visible, an instance may have its own access controls: with `ask`, the instance is probed by
 * a write of the current values, which changes nothing.
 *
 * @throws SetupError `unreachable`, `not_authenticated`
 */
export async function findObstacles(
    tables: TableClient,
    changes: readonly Change[],
    { ask }: { ask: boolean }
): Promise<Obstacle[]> {
    if (changes.length === 0) return []
    const roles = await readRoles(tables)
    const obstacles: Obstacle[] = []
    for (const table of new Set(changes.map((change) => change.table))) {
        if (WRITERS[table].some((role) => roles?.has(role))) continue
        const ofTable = changes.filter((change) => change.table === table)
        const refused = ask ? await refusesWrite(tables, ofTable) : null
        if (refused ?? roles !== null) {
            const records = ofTable.map(({ name }) => name)
            obstacles.push({ table, roles: WRITERS[table], records })
        }
    }
    return obstacles
}

/** Null if there is no record to probe with. */
async function refusesWrite(tables: TableClient, changes: readonly Change[]): Promise<boolean | null> {
    const known = changes.find(({ sysId }) => sysId !== null)
    if (!known) return null
    try {
        await tables.update(known.table, known.sysId ?? '', known.before)
        return false
    } catch (error) {
        // 404: the platform does not distinguish a missing record from an inaccessible one.
        if (error instanceof SetupError && (error.status === 403 || error.status === 404)) return true
        throw error
    }
}

/** One line each: the table, the records and the required roles. */
export function describeObstacle({ table, roles, records }: Obstacle): string {
    const any = roles.length === 1 ? `the role ${roles[0]}` : `one of the roles ${roles.join(', ')}`
    return `You may not write ${table} (${records.join(', ')}). This requires ${any}.`
}
