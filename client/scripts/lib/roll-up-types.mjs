// @ts-check
import { dirname, join } from 'node:path'
import ts from 'typescript'

/**
 * Combines the declarations of an entry into one file. It needs no file extensions in imports, serves as
 * `.d.ts` and as `.d.cts`, and lets an app augment its namespaces, which re-exported ones do not allow.
 * @param {string} entry path of the entry's declarations
 * @param {(path: string) => string} read returns the text of a declaration file
 * @returns {string}
 * @throws if two files declare the same name, or for an unsupported form of import or export
 */
export function rollUpTypes(entry, read) {
    /** @type {Map<string, ts.SourceFile>} */
    const files = new Map()
    collect(entry, files, read)
    const exported = publicNames(entry, files)
    /** @type {Map<string, { path: string, text: string }>} */
    const declared = new Map()
    /** @type {Set<string>} */
    const foreign = new Set()
    for (const [path, file] of files) {
        for (const statement of file.statements) {
            const from = moduleOf(statement)
            if (from && !from.startsWith('.')) foreign.add(statement.getText(file))
            if (isLink(statement)) continue
            const key = namesOf(statement).join()
            const before = declared.get(key)
            if (before && before.path !== path) throw new Error(`${key} is declared twice`)
            const text = (before?.text ?? '') + printStatement(statement, file, exported)
            declared.set(key, { path, text: text.trimEnd() + '\n' })
        }
    }
    for (const name of exported) if (!declared.has(name)) throw new Error(`${name} has no declaration`)
    const texts = new Map([...declared].map(([name, { text }]) => [name, text]))
    dropUnused(texts, exported)
    const imports = [...foreign].map((line) => `${line}\n`).join('')
    return `${imports}${[...texts.values()].map((text) => text.trimStart()).join('\n')}\nexport {}\n`
}

/** @param {Map<string, string>} texts @param {Set<string>} exported */
function dropUnused(texts, exported) {
    const code = [...texts].map(([name, text]) => ({ name, text: text.replace(/\/\*[^]*?\*\//g, '') }))
    const mentioned = (/** @type {string} */ name) =>
        code.some((other) => other.name !== name && new RegExp(`\\b${name}\\b`).test(other.text))
    const unused = [...texts.keys()].filter((name) => !exported.has(name) && !mentioned(name))
    if (!unused.length) return
    for (const name of unused) texts.delete(name)
    dropUnused(texts, exported)
}

/** @param {string} path @param {Map<string, ts.SourceFile>} files @param {(path: string) => string} read */
function collect(path, files, read) {
    if (files.has(path)) return
    const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022)
    files.set(path, file)
    for (const statement of file.statements) {
        const from = moduleOf(statement)
        if (from?.startsWith('.')) collect(resolve(path, from), files, read)
    }
}

/** @param {string} path @param {string} from */
const resolve = (path, from) => `${join(dirname(path), from)}.d.ts`

/** @param {ts.Statement} statement */
function moduleOf(statement) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined
    const from = statement.moduleSpecifier
    return from && ts.isStringLiteral(from) ? from.text : undefined
}

/** @param {ts.Statement} statement */
const isLink = (statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)

/**
 * Public names of an entry: named exports, star exports, and its own declarations.
 * @param {string} path @param {Map<string, ts.SourceFile>} files
 * @returns {Set<string>}
 */
function publicNames(path, files) {
    /** @type {Set<string>} */
    const names = new Set()
    for (const statement of /** @type {ts.SourceFile} */ (files.get(path)).statements) {
        if (ts.isExportDeclaration(statement)) {
            const { exportClause } = statement
            const from = moduleOf(statement)
            if (!exportClause && from)
                publicNames(resolve(path, from), files).forEach((name) => names.add(name))
            else if (exportClause && ts.isNamedExports(exportClause)) {
                for (const one of exportClause.elements) {
                    if (one.propertyName) throw new Error(`${one.name.text} is exported under another name`)
                    names.add(one.name.text)
                }
            }
        } else if (exportOf(statement)) namesOf(statement).forEach((name) => names.add(name))
    }
    return names
}

/** @param {ts.Statement} statement */
function exportOf(statement) {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    return modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
}

/** @param {ts.Statement} statement @returns {string[]} */
function namesOf(statement) {
    if (ts.isVariableStatement(statement)) {
        return statement.declarationList.declarations.map(
            ({ name }) => /** @type {ts.Identifier} */ (name).text
        )
    }
    const { name } = /** @type {{ name?: ts.Identifier }} */ (/** @type {unknown} */ (statement))
    return name ? [name.text] : []
}

/** @param {ts.Statement} statement @param {ts.SourceFile} file @param {Set<string>} exported */
function printStatement(statement, file, exported) {
    const text = file.text.slice(statement.getFullStart(), statement.getEnd())
    const keyword = exportOf(statement)
    if (!keyword || namesOf(statement).some((name) => exported.has(name))) return text
    const at = keyword.getStart(file) - statement.getFullStart()
    return text.slice(0, at) + text.slice(at + 'export '.length)
}
