import {
    openDatabase,
    quoted,
    type Database,
} from 'openfin-servicenow-local-instance/dist/core/store/database'

/** Values of reference columns without a record, by table and column. */
export type Dangling = Map<string, number>

/** Result of checking the database file. */
export interface DatabaseCheck {
    /** `ok`, or the problem that SQLite found. */
    integrity: string
    dangling: Dangling
    references: number
}

/** Checks the file of an instance, which may be running. */
export function checkDatabase(file: string): DatabaseCheck {
    const database = openDatabase(file)
    try {
        const integrity = database.all('PRAGMA integrity_check').map(([line]) => String(line))
        const columns = referenceColumns(database)
        return {
            integrity: integrity.join('\n'),
            dangling: new Map(
                columns.map((column) => [`${column.table}.${column.name}`, count(database, column)])
            ),
            references: columns.length,
        }
    } finally {
        database.close()
    }
}

interface ReferenceColumn {
    table: string
    name: string
    /** The referenced table and those that extend it. */
    targets: string[]
}

/** Each reference column of each table, inherited ones included, from the dictionary. */
function referenceColumns(database: Database): ReferenceColumn[] {
    const parents = new Map(
        database
            .all(
                `SELECT t.name, p.name FROM sys_db_object t LEFT JOIN sys_db_object p ON p.sys_id = t.super_class`
            )
            .map(([name, parent]) => [String(name), parent === null ? undefined : String(parent)])
    )
    const extendsTable = (name: string, ancestor: string): boolean => {
        for (let at: string | undefined = name; at !== undefined; at = parents.get(at)) {
            if (at === ancestor) return true
        }
        return false
    }
    const heirs = (of: string) => [...parents.keys()].filter((name) => extendsTable(name, of))
    const declared = database.all(
        `SELECT name, element, reference FROM sys_dictionary WHERE internal_type = 'reference' AND element <> ''`
    )
    return declared.flatMap(([owner, name, reference]) => {
        const targets = heirs(String(reference))
        if (targets.length === 0) return []
        return heirs(String(owner)).map((table) => ({ table, name: String(name), targets }))
    })
}

function count(database: Database, { table, name, targets }: ReferenceColumn): number {
    const known = targets.map((target) => `SELECT "sys_id" FROM ${quoted(target)}`).join(' UNION ALL ')
    const column = quoted(name)
    const [row] = database.all(
        `SELECT count(*) FROM ${quoted(table)} WHERE ${column} <> '' AND ${column} NOT IN (${known})`
    )
    return Number(row?.[0])
}
