import type { Database } from './database'
import { quoted } from './database'
import { readScopes } from './scopes'
import { tableExists } from './table-exists'
import type { ColumnDefinition, Dictionary, Table } from './types'
import type { Versions } from './versions'

/** Fallback display columns, in this order, where none is marked as display value. */
const DISPLAY_FALLBACK = ['name', 'u_name', 'number']

/** The dictionary of one thread, read from its rows and cached until any of them changes. */
export function createDictionary(database: Database, versions: Versions): Dictionary {
    let version: number | undefined
    let tables = new Map<string, Table>()
    const current = () => {
        const now = versions.of('dictionary')
        if (version !== now) {
            tables = loadTables(database)
            version = now
        }
        return tables
    }
    return {
        table: (name) => current().get(name),
        tables: () => [...current().values()],
    }
}

interface TableRow {
    name: string
    label: string
    parent: string | null
    scope: string
    crossScope: Table['crossScope']
    webServiceAccess: boolean
}

function loadTables(database: Database): Map<string, Table> {
    if (!tableExists(database, 'sys_db_object')) return new Map()
    const rows = readTables(database)
    const columns = readColumns(database)
    const choices = readChoices(database)
    const numbers = readNumbers(database)
    const children = new Map<string, string[]>()
    for (const { name, parent } of rows.values()) {
        if (parent) children.set(parent, [...(children.get(parent) ?? []), name])
    }
    const descendantsOf = (name: string): string[] =>
        (children.get(name) ?? []).flatMap((child) => [child, ...descendantsOf(child)])

    const tables = new Map<string, Table>()
    for (const row of rows.values()) {
        const lineage = lineageOf(row.name, rows)
        const all = new Map<string, ColumnDefinition>()
        for (const name of lineage.toReversed()) {
            for (const column of columns.get(name) ?? []) all.set(column.name, column)
        }
        for (const [name, column] of all) {
            const owner = lineage.find((candidate) => choices.has(`${candidate}.${name}`))
            if (owner)
                all.set(name, {
                    ...column,
                    choices: choices.get(`${owner}.${name}`) as Record<string, string>,
                })
        }
        const numbered = lineage.find((name) => numbers.has(name))
        tables.set(row.name, {
            name: row.name,
            label: row.label,
            extends: row.parent,
            lineage,
            descendants: descendantsOf(row.name),
            scope: row.scope,
            columns: all,
            displayColumn: displayColumnOf(lineage, columns, all),
            autoNumber: numbered ? (numbers.get(numbered) ?? null) : null,
            crossScope: row.crossScope,
            webServiceAccess: row.webServiceAccess,
            hidden: row.name.startsWith('local_'),
        })
    }
    return tables
}

function lineageOf(name: string, rows: Map<string, TableRow>): string[] {
    const lineage: string[] = []
    for (
        let at: string | null = name;
        at && rows.has(at) && !lineage.includes(at);
        at = rows.get(at)?.parent ?? null
    ) {
        lineage.push(at)
    }
    return lineage
}

function displayColumnOf(
    lineage: string[],
    own: Map<string, ColumnDefinition[]>,
    all: Map<string, ColumnDefinition>
): string | null {
    for (const name of lineage) {
        const marked = own.get(name)?.find((column) => column.display)
        if (marked) return marked.name
    }
    return DISPLAY_FALLBACK.find((name) => all.has(name)) ?? null
}

function readTables(database: Database): Map<string, TableRow> {
    const scopes = readScopes(database)
    const raw = database.all(
        `SELECT sys_id, name, label, super_class, sys_scope, read_access, create_access, update_access, delete_access,
            ws_access, access FROM sys_db_object WHERE name IS NOT NULL ORDER BY rowid`
    )
    const names = new Map(raw.map(([id, name]) => [String(id), String(name)]))
    const rows = new Map<string, TableRow>()
    for (const [, name, label, parent, scope, read, create, update, remove, webService, access] of raw) {
        // "This application scope only" overrides the flags (DOCS r_TableApplicationAccessFields).
        const open = access !== 'package_private'
        rows.set(String(name), {
            name: String(name),
            label: text(label) ?? String(name),
            parent: parent === null ? null : (names.get(String(parent)) ?? String(parent)),
            scope: scope === null ? 'global' : (scopes.get(String(scope)) ?? String(scope)),
            crossScope: {
                read: open && read === 1,
                create: open && create === 1,
                update: open && update === 1,
                delete: open && remove === 1,
            },
            webServiceAccess: webService === 1,
        })
    }
    return rows
}

function readColumns(database: Database): Map<string, ColumnDefinition[]> {
    const columns = new Map<string, ColumnDefinition[]>()
    const rows = database.all(
        `SELECT name, element, internal_type, column_label, reference, max_length, default_value, mandatory, read_only,
            ${quoted('unique')}, display, reference_cascade_rule, dependent FROM sys_dictionary WHERE element IS NOT NULL AND active = 1 ORDER BY rowid`
    )
    for (const [
        table,
        name,
        type,
        label,
        reference,
        maxLength,
        value,
        mandatory,
        readOnly,
        unique,
        display,
        cascadeRule,
        dependent,
    ] of rows) {
        const column: ColumnDefinition = { name: String(name), type: text(type) ?? 'string' }
        if (label !== null) column.label = String(label)
        if (reference !== null) column.reference = String(reference)
        if (maxLength !== null) column.maxLength = Number(maxLength)
        if (value !== null) column.defaultValue = String(value)
        if (mandatory === 1) column.mandatory = true
        if (readOnly === 1) column.readOnly = true
        if (unique === 1) column.unique = true
        if (display === 1) column.display = true
        if (cascadeRule !== null) column.cascadeRule = String(cascadeRule)
        if (dependent !== null) column.dependent = String(dependent)
        const list = columns.get(String(table))
        if (list) list.push(column)
        else columns.set(String(table), [column])
    }
    return columns
}

function readChoices(database: Database): Map<string, Record<string, string>> {
    const choices = new Map<string, Record<string, string>>()
    const rows = database.all(
        `SELECT name, element, value, label FROM sys_choice
            WHERE inactive = 0 AND value IS NOT NULL AND (language IS NULL OR language = 'en') ORDER BY sequence, rowid`
    )
    for (const [table, element, value, label] of rows) {
        const key = `${table}.${element}`
        choices.set(key, { ...choices.get(key), [String(value)]: text(label) ?? String(value) })
    }
    return choices
}

function readNumbers(database: Database): Map<string, { prefix: string; digits: number }> {
    const rows = database.all(
        'SELECT category, prefix, maximum_digits FROM sys_number WHERE category IS NOT NULL'
    )
    return new Map(
        rows.map(([table, prefix, digits]) => [
            String(table),
            { prefix: text(prefix) ?? '', digits: Number(digits ?? 7) },
        ])
    )
}

function text(value: unknown): string | null {
    return value === null || value === undefined ? null : String(value)
}
