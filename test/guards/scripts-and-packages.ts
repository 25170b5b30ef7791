import type { Guard } from './guard'

const SCRIPTS = 'local-instance/src/script-engine'
const DEPLOYMENT = 'local-instance/src/plugins/deployment'
const CONFINEMENT = 'local-instance/test/script-engine/confinement.test.ts'
const ESCAPES = 'local-instance/test/script-engine/escapes.test.ts'
const SYNTAX = 'local-instance/test/script-engine/foreign-syntax.test.ts'
const LIMITS = 'local-instance/test/script-engine/limits.test.ts'
const CROSS_SCOPE = 'local-instance/test/script-engine/cross-scope.test.ts'
const APP = 'test/e2e/hostile-app.test.ts'
const ARCHIVES = 'local-instance/test/deployment/hostile-archives.test.ts'
const XML = 'local-instance/test/deployment/hostile-xml.test.ts'
const UPLOADS = 'local-instance/test/deployment/hostile-uploads.test.ts'

const h55 = (what: string, file: string, find: string, replace: string, test: string): Guard => ({
    ...{ case: 'H55', what, file: `${SCRIPTS}/${file}`, find, replace, test },
})
const h56 = (what: string, file: string, find: string, replace: string, test: string): Guard => ({
    ...{ case: 'H56', what, file: `${DEPLOYMENT}/${file}`, find, replace, test },
})

/** Scripts and packages that mean harm to the local instance: H55, H56. */
export const scriptsAndPackagesGuards: Guard[] = [
    h55(
        'no code of texts',
        'thread/sandbox.ts',
        'codeGeneration: { strings: false,',
        'codeGeneration: { strings: true,',
        APP
    ),
    h55(
        'what a script spoils is thrown away',
        'thread/worker.ts',
        'if (sandboxes.get(scope)?.restore() !== false) return',
        'if (sandboxes.get(scope) !== undefined) return',
        APP
    ),
    h55(
        'the time limit is the one that is set',
        'time-limit.ts',
        'Number.isInteger(value) && value > 0 && value <= MOST_MS',
        'value < 0',
        APP
    ),
    h55(
        'no import()',
        'thread/compiler.ts',
        'if (!suspicious.test(source)) return',
        'if (source) return',
        ESCAPES
    ),
    h55(
        'no globals that the platform lacks',
        'context/platform-globals.ts',
        'if (!kept.has(name)) deleteProperty(globalThis, name)',
        'void [kept, name, deleteProperty]',
        ESCAPES
    ),
    h55(
        'no hook of stack traces',
        'context/stack-traces.ts',
        "Object.defineProperty(Error, 'prepareStackTrace', { value: format, writable: false, configurable: false })",
        "Object.defineProperty(Error, 'prepareStackTrace', { value: format, writable: true, configurable: true })",
        ESCAPES
    ),
    h55(
        'no toJSON between a script and the host',
        'glide/host.ts',
        '= toJson(input)',
        '= JSON.stringify(input)',
        CONFINEMENT
    ),
    h55(
        'what is beneath a class stays there',
        'glide/scope-api.ts',
        'return preventExtensions(made)',
        'return made',
        CONFINEMENT
    ),
    h55(
        'modules that outlive a transaction are made with captured functions',
        'glide/modules.ts',
        "if (endsWith(path, '.json'))",
        "if (path.endsWith('.json'))",
        CONFINEMENT
    ),
    h55(
        'privileges are kept where no replaced method meets them',
        'glide/host.ts',
        "if (this.scope === 'global' || this.#granted[name]) return",
        'if (new Set([this.scope]).has(name)) return',
        CONFINEMENT
    ),
    h55(
        'only scopes that take part may ask',
        'host/bridge-host.ts',
        'if (!admitted.has(scope))',
        'if (!scope)',
        'local-instance/test/script-engine/asking-scope.test.ts'
    ),
    h55(
        'script includes of other scopes need to be public',
        'host/script-include-operations.ts',
        'if (!isPublic) {',
        'if (!name) {',
        CROSS_SCOPE
    ),
    h55(
        'script includes of other scopes need a privilege',
        'host/script-include-operations.ts',
        "access.execute(caller, { type: 'sys_script_include', name, scope })",
        'void access',
        CROSS_SCOPE
    ),
    h55(
        'private fields and their like are refused',
        'thread/platform-syntax.ts',
        'if (first)\n        throw refusal',
        'if (!program)\n        throw refusal',
        SYNTAX
    ),
    h55(
        'the flag d is refused',
        'context/main.ts',
        '    installRegExpFlags()',
        '    void installRegExpFlags',
        SYNTAX
    ),
    h55(
        'want of stack says nothing of a source',
        'thread/compiler.ts',
        'if (!isSyntaxError(error)) throw',
        'if (!error) throw',
        SYNTAX
    ),
    h55(
        'searches that cannot be interrupted are refused',
        'context/limits.ts',
        'if (self.length * wanted.length > MAX_COMPARISONS)',
        'if (self.length * wanted.length > MAX_COMPARISONS * 512)',
        LIMITS
    ),
    h55(
        'memory is watched',
        'pool/memory-guard.ts',
        'if (grown < ALLOWANCE + started * PER_THREAD) return',
        'if (grown < Infinity) return',
        LIMITS
    ),
    h55(
        'memory is watched while a job waits for its thread',
        'pool/create-script-host.ts',
        'jobs: () => jobs,',
        'jobs: () => sum((pool) => pool.busy),',
        LIMITS
    ),
    h56(
        'no document types',
        'xml.ts',
        '    refuseDeclarations(xml, file)',
        '    void refuseDeclarations',
        XML
    ),
    h56('UTF-8 only', 'xml.ts', "new TextDecoder('utf-8', { fatal: true })", "new TextDecoder('utf-8')", XML),
    h56(
        'no encoding but UTF-8 is declared',
        'xml.ts',
        "if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8')",
        "if (encoding === 'none')",
        XML
    ),
    h56(
        'no name that climbs',
        'package-reader.ts',
        "part !== '' && part !== '.' && part !== '..'",
        "part !== ''",
        ARCHIVES
    ),
    h56(
        'no overlong name',
        'package-reader.ts',
        'path.length <= MAX_PATH &&',
        'path.length <= MAX_PATH * 1000 &&',
        ARCHIVES
    ),
    h56(
        'no links',
        'package-reader.ts',
        'if (kind !== 0 && kind !== REGULAR)',
        'if (kind < 0 && kind !== REGULAR)',
        ARCHIVES
    ),
    h56('no overlaps', 'package-reader.ts', 'if (packed > zip.length)', 'if (packed < 0)', ARCHIVES),
    h56(
        'no large ratio',
        'package-reader.ts',
        'entry.uncompressedSize > SMALL_BYTES &&',
        'entry.uncompressedSize < 0 &&',
        ARCHIVES
    ),
    h56(
        'no more than so many files',
        'package-reader.ts',
        'if (archive.entryCount > limits.entries)',
        'if (archive.entryCount < 0)',
        ARCHIVES
    ),
    h56(
        'no more than so much together',
        'package-reader.ts',
        'if (total > limits.totalBytes)',
        'if (total < 0)',
        ARCHIVES
    ),
    h56('no file twice', 'package-reader.ts', 'if (files.has(path))', "if (path === '')", ARCHIVES),
    h56(
        'no unknown table',
        'check-package.ts',
        'if (!view.has(change.table)) {',
        'if (!change.table) {',
        XML
    ),
    h56(
        'no sys_id with two contents',
        'app-package.ts',
        '    refuseContradictions(updates)',
        '    void refuseContradictions',
        XML
    ),
    h56(
        'one file only',
        'upload-form.ts',
        "typeof file !== 'string' && others.length === 0",
        "typeof file !== 'string' && others.length >= 0",
        UPLOADS
    ),
    h56(
        'administrators only',
        'deployer.ts',
        "if (principal?.roles.has('admin')) return principal",
        'if (principal) return principal',
        UPLOADS
    ),
    h56(
        "the session's token with its cookie",
        'deployer.ts',
        "if (!session?.userId || token === '' || !secretsEqual(token, session.csrfToken)) return undefined",
        'if (!session?.userId || !secretsEqual(session.userId, session.userId)) return undefined',
        UPLOADS
    ),
]
