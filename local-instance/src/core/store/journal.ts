import { familyOf } from './column-types'
import type { StoreParts } from './parts'
import type { ColumnDefinition, Row, Table } from './types'

/** Texts for journal columns, by column. */
export type JournalTexts = Map<string, string>

/** Removes the journal texts from a row's values; the columns themselves stay empty, as on the platform. */
export function takeJournalTexts(table: Table, values: Row): JournalTexts {
    const texts: JournalTexts = new Map()
    for (const name of Object.keys(values)) {
        const column = table.columns.get(name)
        if (!column || familyOf(column.type) !== 'journal') continue
        const value = values[name]
        if (value) texts.set(name, value)
        values[name] = null
    }
    return texts
}

/** Appends the entries to `sys_journal_field` (DOCS: journal fields). */
export function writeJournal(
    { database }: StoreParts,
    entry: { table: Table; sysId: string; texts: JournalTexts; time: string; userName: string }
): void {
    for (const [element, text] of entry.texts) {
        database.run(
            `INSERT INTO "sys_journal_field" ("sys_id", "name", "element", "element_id", "value", "sys_created_on",
                "sys_created_by", "sys_updated_on", "sys_updated_by", "sys_mod_count")
                VALUES (lower(hex(randomblob(16))), ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
            [
                entry.table.name,
                element,
                entry.sysId,
                text,
                entry.time,
                entry.userName,
                entry.time,
                entry.userName,
            ]
        )
    }
}

/**
 * The entries of a journal column, newest first, each as `2026-11-22 08:00:00 - Abel Tuter (Additional
 * comments)`, the text, and an empty line. A `journal_list` column includes the entries of all journal
 * columns.
 */
export function readJournal(
    { database }: StoreParts,
    table: Table,
    sysId: string,
    column: ColumnDefinition
): string {
    const rows = database.all(
        `SELECT j."element", j."value", j."sys_created_on", j."sys_created_by",
                (SELECT u."name" FROM "sys_user" AS u WHERE u."user_name" = j."sys_created_by")
            FROM "sys_journal_field" AS j WHERE j."element_id" = ? ORDER BY j."sys_created_on" DESC, j.rowid DESC`,
        [sysId]
    )
    return rows
        .filter(([element]) => column.type === 'journal_list' || element === column.name)
        .map(([element, value, time, userName, name]) => {
            const label = table.columns.get(String(element))?.label ?? String(element)
            return `${time} - ${name ?? userName} (${label})\n${value}\n\n`
        })
        .join('')
}
