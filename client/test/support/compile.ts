import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../../../test/support/deploy'

/** The strictest `tsconfig.json` of an app, without skipLibCheck. */
const STRICT: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    // TypeScript's own libraries are not installed by the app.
    skipDefaultLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
}

const parsed = new Map<string, ts.SourceFile | undefined>()

/**
 * Compiles programs that use the package, as an app would, with the package's declarations.
 *
 * @param sources program texts by file name
 * @param options differences from a strict app's settings
 * @param at.folder folder of the programs, which determines the installed packages
 * @returns a line for each error: `name.ts(3): message`
 */
export function compile(
    sources: Record<string, string>,
    options: ts.CompilerOptions = {},
    { folder = join(ROOT, 'client/test') } = {}
): string[] {
    const virtual = new Map(Object.entries(sources).map(([name, text]) => [join(folder, name), text]))
    const settings = { ...STRICT, ...options }
    const host = ts.createCompilerHost(settings)
    const { getSourceFile, fileExists, readFile } = host
    host.fileExists = (path) => virtual.has(path) || fileExists(path)
    host.readFile = (path) => virtual.get(path) ?? readFile(path)
    host.getSourceFile = (path, languageVersion) => {
        const text = virtual.get(path)
        if (text !== undefined) return ts.createSourceFile(path, text, languageVersion)
        if (!parsed.has(path)) parsed.set(path, getSourceFile(path, languageVersion))
        return parsed.get(path)
    }
    const program = ts.createProgram([...virtual.keys()], settings, host)
    return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
        const { file, start = 0 } = diagnostic
        const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')
        if (!file) return message
        const line = file.getLineAndCharacterOfPosition(start).line + 1
        return `${file.fileName.slice(folder.length + 1)}(${line}): ${message}`
    })
}

/** Throws if the package is not built, since its declarations are needed. */
export function needBuiltClient(): void {
    const built = join(dirname(require.resolve('openfin-servicenow-client/package.json')), 'dist')
    if (!existsSync(built)) throw new Error('build the client first: npm run build')
}
