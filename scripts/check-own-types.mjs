// @ts-check
/**
 * Checks the types of a project as `tsc -p` does, but not those of libraries that come as TypeScript sources, which
 * `skipLibCheck` does not leave out: the SDK's tables take four times as long as all that uses them.
 */
import ts from 'typescript'

const [project = 'src/tsconfig.json'] = process.argv.slice(2)
const config = ts.getParsedCommandLineOfConfigFile(project, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic(diagnostic) {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
    },
})
if (!config) throw new Error(`${project} cannot be read`)
const { fileNames, options, errors } = config
const program = ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors })
const own = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/node_modules/'))
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
