import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Store } from 'openfin-servicenow-local-instance/dist/core/store/types'
import { normalise } from 'openfin-servicenow-local-instance/dist/core/store/values'
import {
    toAppPackage,
    type AppPackage,
} from 'openfin-servicenow-local-instance/dist/plugins/deployment/app-package'
import { installPackage } from 'openfin-servicenow-local-instance/dist/plugins/deployment/install-package'
import { PackageError } from 'openfin-servicenow-local-instance/dist/plugins/deployment/package-error'
import {
    readPackage,
    type PackageFile,
} from 'openfin-servicenow-local-instance/dist/plugins/deployment/package-reader'
import { zip } from '../../local-instance/test/deployment/zip'
import { openFuzzStore, type FuzzStore } from './fuzz-store'
import { builtFiles, changed, changes, zooFiles } from './package-inputs'
import { opened, type Target } from './target'

/** Installation of modified packages: atomic, with a location for each problem. */
export const packages: Target = {
    name: 'packages',
    what: 'changed files of built apps: installed as they say, or refused with file and line and nothing written',
    share: 20,
    async open() {
        const instance = openFuzzStore()
        const sources = [builtFiles(), zooFiles()]
        return opened({
            arbitrary: fc.record({
                source: fc.nat(1),
                picks: fc.array(fc.nat(1000), { maxLength: 5 }),
                changes,
            }),
            check({ source, picks, changes }) {
                const files = changed(pick(sources[source] as PackageFile[], picks), changes)
                install(instance, files)
            },
            close: () => instance.close(),
        })
    },
}

/** Modified archives: files as packed, or an error. */
export const archives: Target = {
    name: 'archives',
    what: 'changed zip archives: files with the very bytes that were packed, or a refusal',
    share: 50,
    async open() {
        const files = zooFiles()
        const archive = zip(files.map(({ path, bytes }) => ({ name: `/${path}`, data: bytes })))
        const contents = new Set(files.map(({ bytes }) => bytes.toString('latin1')))
        const change = fc.record({
            at: fc.nat(archive.length - 1),
            bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
            kind: fc.constantFrom('write', 'write', 'insert', 'cut', 'double'),
        })
        return opened({
            arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }),
            async check(list) {
                const found = await attempt(() => readPackage(list.reduce(changeArchive, archive)))
                const foreign = (found ?? []).filter(({ bytes }) => !contents.has(bytes.toString('latin1')))
                assert.deepEqual(
                    foreign.map(({ path }) => path),
                    [],
                    'other bytes than were packed'
                )
            },
        })
    },
}

function changeArchive(
    archive: Buffer,
    { at, bytes, kind }: { at: number; bytes: Uint8Array; kind: string }
): Buffer {
    const [head, tail] = [archive.subarray(0, at), archive.subarray(at)]
    if (kind === 'cut') return head
    if (kind === 'insert') return Buffer.concat([head, bytes, tail])
    if (kind === 'double') return Buffer.concat([archive, tail])
    return Buffer.concat([head, bytes, tail.subarray(bytes.length)])
}

/** The required files of a package, and some others. */
function pick(files: PackageFile[], picks: number[]): PackageFile[] {
    const needed = files.filter(({ path }) => /^(scope|dictionary)\//.test(path))
    const others = files.filter((file) => !needed.includes(file))
    const chosen = new Set(picks.map((at) => others[at % others.length] as PackageFile))
    return [...needed, ...chosen]
}

/** Where files of a package are (SDK sdk-build-core). */
const FOLDERS = /^(scope|dictionary|(author_elective_)?update|unload|apply_once|(unload\.)?demo)\/[^/]*\.xml$/

const TAKE_BACK = new Error('taken back')

function install({ store, clock }: FuzzStore, files: PackageFile[]): void {
    const pkg = read(files)
    if (!pkg) return
    for (const { path } of files) assert.match(path, FOLDERS)
    const before = stateOf(store)
    const log = { write: () => {}, entries: () => [], clear: () => {} }
    try {
        store.transaction(() => {
            try {
                installPackage({ store, clock, log: log as never }, pkg, {
                    demoData: true,
                    storeApp: false,
                    userName: 'admin',
                })
                isInstalled(store, pkg)
            } catch (error) {
                isPlaced(error, files)
                assert.deepEqual(stateOf(store), before, 'something was left of a refused package')
            }
            throw TAKE_BACK
        })
    } catch (error) {
        if (error !== TAKE_BACK) throw error
    }
    assert.deepEqual(stateOf(store), before)
}

/** The package of the files; undefined if they are rejected. */
function read(files: PackageFile[]): AppPackage | undefined {
    try {
        return toAppPackage(files)
    } catch (error) {
        isPlaced(error, files)
        return undefined
    }
}

/** Checks an error: each of its problems names an existing file. */
function isPlaced(error: unknown, files: PackageFile[]): void {
    if (!(error instanceof PackageError)) throw error
    assert.ok(error.problems.length > 0)
    for (const { file, line, message } of error.problems) {
        assert.ok(
            ['', 'package_inventory.csv', 'dictionary', ...files.map(({ path }) => path)].includes(file),
            file
        )
        assert.ok(Number.isInteger(line) && line >= 0 && /^\S[^\n]*$/.test(message), `${line}: ${message}`)
    }
}

/** Each record of every installation exists, with the values of its file. */
function isInstalled(store: Store, { updates, dictionary }: AppPackage): void {
    for (const { definition } of dictionary) {
        const columns = store.dictionary.table(definition.name)?.columns
        for (const { name } of definition.columns) assert.ok(columns?.has(name), `${definition.name}.${name}`)
    }
    const records = updates.filter(({ folder }) => folder === 'update').flatMap(({ changes }) => changes)
    if (records.some(({ action }) => action !== 'INSERT_OR_UPDATE')) return
    for (const { table, sysId, fields } of records) {
        const row = store.get(table, sysId ?? '')
        const columns = store.dictionary.table(table)?.columns
        if (!row) continue
        for (const [name, { value, keys }] of fields) {
            const column = columns?.get(name)
            // References may be mapped to this instance's records, and the platform sets its own columns.
            if (!column || name.startsWith('sys_') || column.type === 'reference' || keys.size > 0) continue
            if (/password|journal/.test(column.type)) continue
            assert.equal(row[name], normalise(column, value), `${table}.${name}`)
        }
    }
}

/** Number of rows of each table. */
function stateOf(store: Store): Record<string, number> {
    const leaves = store.dictionary.tables().filter(({ descendants }) => descendants.length === 0)
    return Object.fromEntries(leaves.map(({ name }) => [name, store.count(name)]))
}

async function attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
        return await run()
    } catch (error) {
        if (!(error instanceof PackageError)) throw error
        return undefined
    }
}
