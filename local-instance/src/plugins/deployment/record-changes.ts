import { PackageError, type PackageProblem } from './package-error'
import type { PackageFile } from './package-reader'
import { parseXml, type XmlElement } from './xml'

/** A column's value in a record update. */
export interface FieldValue {
    /** Text of the element; null for an empty one. */
    value: string | null
    /** Attributes that identify a referenced record by its columns, such as `name="itil"`. */
    keys: ReadonlyMap<string, string>
}

/** One record of an update file (`record_update`). */
export interface RecordChange {
    table: string
    action: 'INSERT_OR_UPDATE' | 'DELETE' | 'delete_multiple'
    /** Null if the file has none, which only deletes may omit. */
    sysId: string | null
    /** Encoded query of a `delete_multiple`. */
    query: string | null
    fields: ReadonlyMap<string, FieldValue>
    file: string
    line: number
}

const ROOTS = new Set(['record_update', 'unload'])
const ACTIONS = new Set(['INSERT_OR_UPDATE', 'DELETE', 'delete_multiple'])
const SYS_ID = /^[0-9a-f]{32}$/i

/** Elements of the update envelope that are not columns. */
const NOT_COLUMNS = new Set(['sys_id'])
/** Attributes that describe a value's presentation rather than identify a record. */
const NOT_KEYS = new Set(['display_value', 'source'])

/**
 * Reads the records of an update file, in the file's order. Elements that contain others with an `action` are
 * wrappers (`sys_choice_v2`, `sys_ui_list`), as the platform's serialisers write them.
 *
 * @throws PackageError with file and line for XML that is not a record update.
 */
export function readRecordChanges({ path, bytes }: PackageFile): RecordChange[] {
    const root = parseXml(bytes, path)
    const problems: PackageProblem[] = []
    const changes: RecordChange[] = []
    const report = (line: number, message: string) => problems.push({ file: path, line, message })
    if (!ROOTS.has(root.name))
        report(root.line, `Unexpected root element <${root.name}>: expected a record update`)
    else collect(root, { path, changes, report })
    if (problems.length === 0 && changes.length === 0) report(root.line, 'The file contains no record')
    if (problems.length > 0) throw new PackageError(problems)
    return changes
}

interface Sink {
    path: string
    changes: RecordChange[]
    report(line: number, message: string): void
}

function collect(parent: XmlElement, sink: Sink): void {
    for (const element of parent.children) {
        const action = element.attributes.get('action')
        if (element.children.some((child) => child.attributes.has('action'))) collect(element, sink)
        else if (action !== undefined) addRecord(element, action, sink)
        else sink.report(element.line, `<${element.name}> has no action attribute`)
    }
}

function addRecord(element: XmlElement, action: string, { path, changes, report }: Sink): void {
    if (!ACTIONS.has(action))
        return report(element.line, `Unknown action ${JSON.stringify(action.slice(0, 40))}`)
    const fields = new Map<string, FieldValue>()
    let sysId: string | null = null
    for (const child of element.children) {
        if (child.children.length > 0)
            return report(child.line, `<${child.name}> contains elements instead of a value`)
        // The SDK writes some columns twice, with the same value.
        const before = fields.get(child.name)
        if (before && (before.value ?? '') !== child.text)
            return report(child.line, `Duplicate element <${child.name}>`)
        if (child.name === 'sys_id') sysId = child.text.trim().toLowerCase() || null
        if (NOT_COLUMNS.has(child.name)) continue
        fields.set(child.name, { value: child.text === '' ? null : child.text, keys: keysOf(child) })
    }
    const query = element.attributes.get('query') ?? null
    if (sysId !== null && !SYS_ID.test(sysId))
        return report(element.line, 'sys_id must be 32 hexadecimal characters')
    if (action === 'INSERT_OR_UPDATE' && sysId === null)
        return report(element.line, 'The record has no sys_id')
    if (action === 'delete_multiple' && !query)
        return report(element.line, 'delete_multiple requires a query')
    if (action === 'DELETE' && sysId === null && fields.size === 0) {
        return report(element.line, 'DELETE requires a sys_id')
    }
    const kind = action as RecordChange['action']
    changes.push({ table: element.name, action: kind, sysId, query, fields, file: path, line: element.line })
}

function keysOf({ attributes }: XmlElement): ReadonlyMap<string, string> {
    return new Map([...attributes].filter(([name]) => !NOT_KEYS.has(name)))
}
