import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { ROOT } from '../support/deploy'

/** Folder of the built app. */
export const APP = join(ROOT, 'dist/app')

/** A record of the built app, with the values as text. */
export interface BuiltRecord {
    /** Path below the app's folder, such as `update/sys_module_….xml`. */
    file: string
    table: string
    values: Record<string, string>
}

const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    trimValues: false,
    processEntities: true,
    htmlEntities: false,
})

/** Paths of all files of the built app, below its folder. */
export function builtFiles(): string[] {
    return readdirSync(APP, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.xml'))
        .sort()
}

/** Text of a file of the built app. */
export function builtText(file: string): string {
    return readFileSync(join(APP, file), 'utf8')
}

/** Records of the built app, of one table. */
export function builtRecords(table: string): BuiltRecord[] {
    return all().filter((record) => record.table === table)
}

let records: BuiltRecord[] | undefined

function all(): BuiltRecord[] {
    records ??= builtFiles().flatMap(recordsOf)
    return records
}

function recordsOf(file: string): BuiltRecord[] {
    const { record_update: update } = parser.parse(builtText(file)) as {
        record_update?: Record<string, unknown>
    }
    if (!update) return []
    return Object.entries(update).flatMap(([table, value]) =>
        (Array.isArray(value) ? value : [value]).map((one) => ({ file, table, values: textOf(one) }))
    )
}

function textOf(value: unknown): Record<string, string> {
    return Object.fromEntries(
        Object.entries((value ?? {}) as object)
            .filter(([, text]) => typeof text === 'string')
            .map(([name, text]) => [name, (text as string).trim()])
    )
}
