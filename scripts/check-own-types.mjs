// @ts-check
/**
 * Checks the types of a project's own files as `tsc -p` does, without imported files that `skipLibCheck` does not skip:
 * the SDK's tables, which take four times as long as the code that uses them, and sources of other projects, which are
 * checked separately and with their own options.
 *
 * @throws if an imported source belongs to none of the projects named after the first, so that nothing stays unchecked
 */
import ts from 'typescript'

const [project = 'src/tsconfig.json', ...others] = process.argv.slice(2)
const { fileNames, options, errors } = read(project)
const program = ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors })
const mine = new Set(fileNames)
const own = program.getSourceFiles().filter(({ fileName }) => mine.has(fileName))
const elsewhere = new Set(others.flatMap((other) => read(other).fileNames))
const unchecked = program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && !fileName.includes('/node_modules/'))
    .filter(({ fileName }) => !mine.has(fileName) && !elsewhere.has(fileName))
if (unchecked[0]) throw new Error(`${unchecked[0].fileName} does not belong to any checked project`)
const found = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
    ]),
]
const told = ts.formatDiagnostics(found, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => '\n',
})
if (told) console.error(told)
process.exitCode = found.length > 0 ? 1 : 0

/** @param {string} file */
function read(file) {
    const config = ts.getParsedCommandLineOfConfigFile(file, undefined, {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic(diagnostic) {
            throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
        },
    })
    if (!config) throw new Error(`${file} cannot be read`)
    return config
}
