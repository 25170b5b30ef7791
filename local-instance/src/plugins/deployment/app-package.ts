import { readDictionary, type DictionaryFile } from './dictionary-xml'
import { PackageError, packageError, type PackageProblem } from './package-error'
import { checkInventory, INVENTORY } from './package-inventory'
import type { PackageFile } from './package-reader'
import { readRecordChanges, type RecordChange } from './record-changes'

/** Installation policy of a folder's records. */
export type InstallFolder =
    /**
     * At every installation; includes `author_elective_update`, which holds the SDK's choices and deletions.
     */
    | 'update'
    /** Only if the instance never had the record. */
    | 'unload'
    /** Like `unload`, with demo data only. */
    | 'unload.demo'
    /** Once per instance. */
    | 'apply_once'

/** An update file with its records, in the file's order. */
export interface UpdateFile {
    folder: InstallFolder
    path: string
    changes: RecordChange[]
}

/** A well-formed package, not yet checked against the instance. */
export interface AppPackage {
    /** sys_id of the application. */
    scopeId: string
    scope: string
    name: string
    version: string
    /** The application's own record. */
    application: RecordChange
    dictionary: DictionaryFile[]
    updates: UpdateFile[]
}

const FOLDERS = new Map<string, InstallFolder>(
    Object.entries({
        author_elective_update: 'update',
        update: 'update',
        unload: 'unload',
        apply_once: 'apply_once',
        'unload.demo': 'unload.demo',
        demo: 'unload.demo',
    })
)

/**
 * Builds a package from unpacked files. All files are read, so all problems are reported at once.
 *
 * @throws PackageError with file and line.
 */
export function toAppPackage(files: readonly PackageFile[]): AppPackage {
    checkInventory(files)
    const problems: PackageProblem[] = []
    const attempt = <T>(run: () => T): T | undefined => {
        try {
            return run()
        } catch (error) {
            if (!(error instanceof PackageError)) throw error
            problems.push(...error.problems)
            return undefined
        }
    }
    const application = attempt(() => readApplication(files))
    const field = (name: string) => application?.fields.get(name)?.value ?? ''
    const dictionary: DictionaryFile[] = []
    const updates: UpdateFile[] = []
    for (const file of files) {
        const [folder = '', name, ...rest] = file.path.split('/')
        if (file.path === INVENTORY) continue
        if (name === undefined || rest.length > 0 || !name.endsWith('.xml')) {
            problems.push({
                file: file.path,
                line: 0,
                message: 'The file is outside the folders of an application package',
            })
        } else if (folder === 'scope') {
            continue
        } else if (folder === 'dictionary') {
            const table = attempt(() => readDictionary(file, field('scope')))
            if (table) dictionary.push(table)
        } else {
            const installed = FOLDERS.get(folder)
            const changes = installed && attempt(() => readRecordChanges(file))
            if (installed && changes) updates.push({ folder: installed, path: file.path, changes })
            if (!installed) problems.push({ file: file.path, line: 0, message: `Unknown folder ${folder}` })
        }
    }
    if (problems.length > 0 || !application) throw new PackageError(problems)
    refuseContradictions(updates)
    return {
        scopeId: application.sysId ?? '',
        scope: field('scope'),
        name: field('name') || field('scope'),
        version: field('version'),
        application,
        dictionary,
        updates,
    }
}

function readApplication(files: readonly PackageFile[]): RecordChange {
    const [file, ...others] = files.filter(({ path }) => path.startsWith('scope/'))
    if (!file || others.length > 0)
        throw packageError('', 0, 'The package must contain exactly one file in the folder scope')
    const [record, ...more] = readRecordChanges(file)
    if (
        !record ||
        more.length > 0 ||
        !/^sys_(app|store_app)$/.test(record.table) ||
        record.action === 'DELETE'
    ) {
        throw packageError(file.path, record?.line ?? 0, 'Expected exactly one sys_app record')
    }
    const scope = record.fields.get('scope')?.value ?? ''
    if (!/^[a-z][a-z0-9_]{0,17}$/.test(scope) || scope === 'global') {
        throw packageError(
            file.path,
            record.line,
            `Invalid scope name: ${JSON.stringify(scope.slice(0, 40))}`
        )
    }
    return record
}

/** Elements for the owning package of a record, which the SDK writes in some files only. */
const OWNER_ELEMENTS = new Set(['sys_scope', 'sys_package', 'sys_update_name'])

/** A record's columns as text, independent of their order. */
export function contentOf({ fields }: RecordChange): string {
    const entries = [...fields].filter(([name]) => !OWNER_ELEMENTS.has(name))
    return JSON.stringify(entries.map(([name, { value, keys }]) => [name, value, [...keys]]).sort())
}

/** A record may occur twice in a table only with identical content (hard case 56). */
function refuseContradictions(updates: readonly UpdateFile[]): void {
    const seen = new Map<string, { text: string; file: string }>()
    const problems: PackageProblem[] = []
    for (const { changes } of updates) {
        for (const change of changes) {
            if (change.action !== 'INSERT_OR_UPDATE') continue
            const key = `${change.table}:${change.sysId}`
            const text = contentOf(change)
            const first = seen.get(key)
            if (!first) seen.set(key, { text, file: change.file })
            else if (first.text !== text) {
                const message = `${change.table} ${change.sysId} is also in ${first.file}, with different content`
                problems.push({ file: change.file, line: change.line, message })
            }
        }
    }
    if (problems.length > 0) throw new PackageError(problems)
}
