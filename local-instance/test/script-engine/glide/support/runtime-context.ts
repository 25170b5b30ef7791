import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { constants, createContext, Script, type Context } from 'node:vm'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import type { BridgeFunction } from '../../../../src/script-engine/bridge/bridge'
import type { JobView, OutcomeView } from '../../../../src/script-engine/glide/job'

const RUNTIME = join(__dirname, '..', '..', '..', '..', 'src', 'script-engine', 'glide')

const scripts = new Map<string, Script>()

/** A file of the runtime as built, without types. */
function runtimeScript(name: string): Script {
    let script = scripts.get(name)
    if (!script) {
        const source = readFileSync(join(RUNTIME, `${name}.ts`), 'utf8')
        const { outputText } = transpileModule(source, {
            compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, alwaysStrict: true },
        })
        script = new Script(`(function (exports, require, module) {${outputText}\n})`, {
            filename: `glide/${name}`,
        })
        scripts.set(name, script)
    }
    return script
}

/** Run options of a script, besides its source. */
export type JobOptions = Partial<Omit<JobView, 'transaction' | 'source'>> & {
    transaction?: Partial<JobView['transaction']>
}

/** A context with the runtime, as in a script thread, but without the thread's additions. */
export interface RuntimeContext {
    run(source: string, options?: JobOptions): OutcomeView
    /** The last value as text; throws what the script threw. */
    value(source: string, options?: JobOptions): string | null
    context: Context
}

/** Evaluates the runtime in a new context, with the test's bridge. */
export function createRuntimeContext(bridge: BridgeFunction): RuntimeContext {
    const context = createContext(constants.DONT_CONTEXTIFY as never, {
        codeGeneration: { strings: false, wasm: false },
    })
    const loader = new Script(`(function (read, resolve) {
        'use strict'
        const modules = {}
        return function load(path) {
            if (modules[path]) return modules[path].exports
            const module = (modules[path] = { exports: {} })
            read(path)(module.exports, (name) => load(resolve(path, name)), module)
            return module.exports
        }
    })`).runInContext(context) as (
        read: (path: string) => unknown,
        resolve: (from: string, name: string) => string
    ) => (path: string) => MainModule
    const load = loader(
        (path) => runtimeScript(path).runInContext(context),
        (from, name) => posix.join(posix.dirname(from), name)
    )
    const compile: Parameters<MainModule['install']>[1] = (source, filename, names) => {
        if (names === null) {
            const script = new Script(source, { filename })
            return () => script.runInContext(context) as unknown
        }
        const text = `(function (${names.join(', ')}) {${source}\n})`
        return new Script(text, { filename }).runInContext(context) as (...given: unknown[]) => unknown
    }
    const runtime = load('install').install(
        bridge,
        compile,
        new Script('globalThis').runInContext(context) as object
    )
    const run = (source: string, { transaction, ...options }: JobOptions = {}): OutcomeView => {
        const job: JobView = {
            label: 'background script',
            ...options,
            source,
            transaction: {
                scope: 'x_opfi_openfin',
                userId: 'beth',
                userName: 'beth.anglin',
                clientIp: '192.0.2.7',
                sessionId: 'session',
                metadataVersion: 1,
                ...transaction,
            },
        }
        return JSON.parse(runtime.run(JSON.stringify(job))) as OutcomeView
    }
    return {
        run,
        context,
        value(source, options) {
            const { error, result } = run(source, options)
            if (error) throw new Error(error.message)
            return result
        },
    }
}

type MainModule = typeof import('../../../../src/script-engine/glide/install')
