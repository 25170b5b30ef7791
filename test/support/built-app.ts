import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { ROOT } from './deploy'

/** A record of the built app, with the values as text. */
export interface BuiltRecord {
    /** Path below the app's folder, such as `update/sys_module_….xml`. */
    file: string
    table: string
    values: Record<string, string>
}

const parser = new XMLParser({
    ignoreAttributes: (name) => name !== 'action',
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: false,
    processEntities: true,
    htmlEntities: false,
})

/** Cache of parsed files: rules are tested on many apps that differ in one file. */
const parsed = new Map<string, { text: string; records: BuiltRecord[] }>()

/** The app as it is deployed: XML files by their path below `dist/app`. */
export class BuiltApp {
    readonly #records: BuiltRecord[]

    constructor(readonly files: ReadonlyMap<string, string>) {
        this.#records = [...files].flatMap(([file, text]) => recordsOf(file, text))
    }

    /** Reads the output of the last build. */
    static read(folder = join(ROOT, 'dist/app')): BuiltApp {
        const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.xml'))
            .sort()
        return new BuiltApp(new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])))
    }

    /** All records, in the order of the files. */
    get all(): readonly BuiltRecord[] {
        return this.#records
    }

    /** Values of the records of one table. */
    values(table: string): Record<string, string>[] {
        return this.#records.filter((record) => record.table === table).map(({ values }) => values)
    }

    /** The app with a file added or replaced. */
    with(file: string, text: string): BuiltApp {
        return new BuiltApp(new Map([...this.files, [file, text]]))
    }
}

function recordsOf(file: string, text: string): BuiltRecord[] {
    const known = parsed.get(file)
    if (known?.text === text) return known.records
    const records = parse(file, text)
    if (!known) parsed.set(file, { text, records })
    return records
}

function parse(file: string, text: string): BuiltRecord[] {
    const { record_update: update } = parser.parse(text) as { record_update?: Record<string, unknown> }
    if (!update) return []
    const tables = Object.entries(update).filter(([name]) => name !== '#text')
    return tables.flatMap(([table, value]) =>
        (Array.isArray(value) ? value : [value])
            .filter((one) => !isDeletion(one))
            .map((one) => ({ file, table, values: textOf(one) }))
    )
}

/** Records of an earlier version that an upgrade deletes are not part of the app. */
function isDeletion(value: unknown): boolean {
    return typeof value === 'object' && (value as { '@action'?: string } | null)?.['@action'] === 'DELETE'
}

function textOf(value: unknown): Record<string, string> {
    return Object.fromEntries(
        Object.entries((value ?? {}) as object)
            .filter(([name, text]) => typeof text === 'string' && name !== '@action')
            .map(([name, text]) => [name, (text as string).trim()])
    )
}
