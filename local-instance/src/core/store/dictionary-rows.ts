import { placeholders, quoted, type Database, type SqlValue } from './database'
import { tableExists } from './table-exists'
import { recordId } from './record-id'
import { readScopes } from './scopes'
import { CLASS_COLUMN, SYSTEM_COLUMNS } from './system-columns'
import { StoreError, type ColumnDefinition, type TableDefinition } from './types'

/**
 * Writes definitions as dictionary rows. Only missing rows are added: existing ones are kept, since
 * administrators may have changed them.
 */
export function createDictionaryRows(database: Database, time: string) {
    const tables = known(database, 'SELECT name, sys_id FROM sys_db_object')
    const columns = known(database, `SELECT name || '.' || coalesce(element, ''), sys_id FROM sys_dictionary`)
    const choices = known(database, `SELECT name || '.' || element || '.' || value, sys_id FROM sys_choice`)
    const numbers = known(database, 'SELECT category, sys_id FROM sys_number')
    const indexes = known(
        database,
        `SELECT logical_table_name || '(' || index_col_name || ')', sys_id FROM sys_index`
    )
    const acls = known(
        database,
        `SELECT name || ':' || operation, sys_id FROM sys_security_acl WHERE type = 'record'`
    )
    const roles = tableExists(database, 'sys_user_role')
        ? known(database, 'SELECT name, sys_id FROM sys_user_role')
        : new Map<string, string>()
    const scopes = new Map([...readScopes(database)].map(([id, scope]) => [scope, id]))
    const parents = new Set<string>()
    let wrote = false

    const add = (table: string, key: string, values: Record<string, SqlValue | undefined>): string => {
        const sysId = recordId(table, key)
        const row: Record<string, SqlValue | undefined> = {
            sys_id: sysId,
            sys_created_on: time,
            sys_created_by: 'system',
            sys_updated_on: time,
            sys_updated_by: 'system',
            sys_mod_count: 0,
            sys_class_name: table,
            sys_update_name: `${table}_${sysId}`,
            ...values,
        }
        const entries = Object.entries(row).filter(([, value]) => value !== undefined && value !== null)
        database.run(
            `INSERT INTO ${quoted(table)} (${entries.map(([name]) => quoted(name)).join(', ')})
                VALUES (${placeholders(entries.length)})`,
            entries.map(([, value]) => value as SqlValue)
        )
        wrote = true
        return sysId
    }

    const addColumn = (table: string, scope: string, column: ColumnDefinition) => {
        const key = `${table}.${column.name}`
        if (!columns.has(key)) {
            const values = {
                name: table,
                element: column.name,
                sys_name: column.label ?? labelOf(column.name),
                column_label: column.label ?? labelOf(column.name),
                internal_type: column.type,
                reference: column.reference,
                reference_cascade_rule: column.cascadeRule,
                dependent: column.dependent,
                max_length: column.maxLength,
                default_value: column.defaultValue,
                mandatory: bit(column.mandatory),
                read_only: bit(column.readOnly),
                unique: bit(column.unique),
                display: bit(column.display),
                active: 1,
                choice: column.choices ? '1' : undefined,
                sys_scope: scope,
            }
            columns.set(key, add('sys_dictionary', key, values))
        }
        Object.entries(column.choices ?? {}).forEach(([value, label], index) => {
            const choice = `${key}.${value}`
            if (choices.has(choice)) return
            const values = {
                name: table,
                element: column.name,
                value,
                label,
                language: 'en',
                sequence: index,
            }
            choices.set(choice, add('sys_choice', choice, { ...values, sys_scope: scope }))
        })
    }

    const addAcl = (table: string, scope: string, operation: string, allowed: string[]) => {
        const key = `${table}:${operation}`
        if (acls.has(key)) return
        const values = {
            name: table,
            operation,
            type: 'record',
            active: 1,
            admin_overrides: 1,
            decision_type: 'allow',
        }
        const acl = add('sys_security_acl', key, { ...values, sys_scope: scope })
        acls.set(key, acl)
        // Guests lack snc_internal, signed-in users have it: the role stands for "all signed-in users".
        for (const role of allowed.length > 0 ? allowed : ['snc_internal']) {
            const sysUserRole = roles.get(role) ?? recordId('sys_user_role', role)
            const link = { sys_security_acl: acl, sys_user_role: sysUserRole, sys_scope: scope }
            add('sys_security_acl_role', `${key}:${role}`, link)
        }
    }

    return {
        wrote: () => wrote,
        parents: () => parents,
        table(definition: TableDefinition) {
            const { name, label, autoNumber, rights = {} } = definition
            const scope = definition.scope ?? 'global'
            const scopeId = scopes.get(scope) ?? scope
            if (definition.extends) {
                if (!tables.has(definition.extends)) {
                    throw new StoreError(
                        'unknown_table',
                        `${name} extends ${definition.extends}, which does not exist`
                    )
                }
                const root = rootOf(database, definition.extends)
                if (!columns.has(`${root}.${CLASS_COLUMN.name}`)) {
                    addColumn(root, 'global', CLASS_COLUMN)
                    parents.add(root)
                }
            }
            if (!tables.has(name)) {
                const values = {
                    name,
                    label,
                    sys_name: label,
                    super_class: definition.extends ? tables.get(definition.extends) : undefined,
                    access: 'public',
                    read_access: bit(definition.crossScope?.read ?? true),
                    create_access: bit(definition.crossScope?.create),
                    update_access: bit(definition.crossScope?.update),
                    delete_access: bit(definition.crossScope?.delete),
                    ws_access: bit(definition.webServiceAccess ?? true),
                    sys_scope: scopeId,
                }
                tables.set(name, add('sys_db_object', name, values))
            }
            if (!columns.has(`${name}.`)) {
                const values = {
                    name,
                    column_label: label,
                    internal_type: 'collection',
                    active: 1,
                    sys_scope: scopeId,
                }
                columns.set(`${name}.`, add('sys_dictionary', `${name}.`, values))
            }
            const isRoot = !definition.extends && rootOf(database, name) === name
            const system = isRoot ? SYSTEM_COLUMNS : []
            for (const column of [...system, ...definition.columns]) addColumn(name, scopeId, column)
            for (const index of definition.indexes ?? []) {
                const list = index.columns.join(',')
                const key = `${name}(${list})`
                if (indexes.has(key)) continue
                const values = { logical_table_name: name, table: name, name: key, index_col_name: list }
                indexes.set(
                    key,
                    add('sys_index', key, { ...values, unique_index: bit(index.unique), sys_scope: scopeId })
                )
            }
            if (autoNumber && !numbers.has(name)) {
                const values = {
                    category: name,
                    prefix: autoNumber.prefix,
                    maximum_digits: autoNumber.digits,
                }
                numbers.set(name, add('sys_number', name, { ...values, number: 10_000, sys_scope: scopeId }))
            }
            for (const [operation, allowed] of Object.entries(rights))
                addAcl(name, scopeId, operation, allowed ?? [])
        },
    }
}

function rootOf(database: Database, table: string): string {
    const rows = database.all(
        `WITH RECURSIVE up(name, parent) AS (
            SELECT name, super_class FROM sys_db_object WHERE name = ?
            UNION ALL SELECT t.name, t.super_class FROM sys_db_object t JOIN up ON t.sys_id = up.parent OR t.name = up.parent
        ) SELECT name FROM up WHERE parent IS NULL`,
        [table]
    )
    return String(rows[0]?.[0] ?? table)
}

function known(database: Database, sql: string): Map<string, string> {
    return new Map(database.all(sql).map(([key, sysId]) => [String(key), String(sysId)]))
}

function bit(value: boolean | undefined): number {
    return value ? 1 : 0
}

/** `access_token_lifespan` → `Access token lifespan`. */
function labelOf(name: string): string {
    const words = name.replace(/^(sys|u)_/, '').replaceAll('_', ' ')
    return words.charAt(0).toUpperCase() + words.slice(1)
}
