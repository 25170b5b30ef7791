import { posix } from 'node:path'
import { createRequire } from 'node:module'
import { keepMetadata } from '../../core/metadata-cache'
import type { Store } from '../../core/store/types'
import type { PlatformWork } from './platform-work'
import { openKnownSources, type KnownSources } from '../thread/findings'
import { BridgeError } from './bridge-error'

/** A module ready to be evaluated. */
export interface ModuleSource {
    /** Path in `sys_module.path`. */
    path: string
    /** CommonJS source; the JSON itself for a path that ends in `.json`. */
    source: string
}

/** Finds the modules of an app (`sys_module`), as the SDK stores them. */
export interface Modules {
    /**
     * Resolves `path` in the scope: as stored, relative to `from`, or as a package name.
     *
     * @returns undefined if the scope has no such module; other scopes' modules are not visible (EXPLAIN
     * module-guide: no cross-scope module sharing).
     * @throws BridgeError `unknown_module` if its source cannot be parsed.
     */
    find(scope: string, path: string, from?: string): ModuleSource | undefined
}

const ENDINGS = ['', '.ts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js']
/** Maximum number of cached CommonJS sources; an app has a few dozen. */
const MAX_CONVERTED = 1000

/** Reads modules through a thread's store; cached until any metadata changes. */
export function createModules({
    store,
    platform,
    sources = openKnownSources(),
}: {
    store: Store
    platform: PlatformWork
    sources?: KnownSources
}): Modules {
    const converted = new Map<string, string>()

    /** sys_ids by path, for each scope. */
    const indexOf = keepMetadata(store, (scope): Map<string, string> => {
        const rows = platform(() =>
            store.query('sys_module', { query: `pathLIKE${scope}/^ORDERBYpath`, columns: ['path'] })
        )
        const entries = rows.map((row) => [normal(row['path'] ?? ''), row['sys_id'] ?? ''] as const)
        return new Map(entries.filter(([path]) => path.startsWith(`${scope}/`)))
    })
    const contentOf = keepMetadata(
        store,
        (sysId) => platform(() => store.get('sys_module', sysId))?.['content'] ?? ''
    )
    const toCommonJs = (path: string, content: string): string => {
        if (path.endsWith('.json')) return content
        const known = converted.get(content)
        if (known !== undefined) return known
        let source = sources.find('commonjs', content)
        if (source === undefined) {
            source = convert(path, content)
            sources.keep('commonjs', content, source)
        }
        if (converted.size >= MAX_CONVERTED) converted.clear()
        converted.set(content, source)
        return source
    }
    const json = (index: Map<string, string>, path: string): Record<string, unknown> => {
        const sysId = index.get(path)
        if (sysId === undefined) return {}
        try {
            return JSON.parse(contentOf(sysId)) as Record<string, unknown>
        } catch {
            return {}
        }
    }

    const candidates = (index: Map<string, string>, scope: string, path: string, from?: string): string[] => {
        if (path.startsWith('./') || path.startsWith('../')) {
            const bases = from === undefined ? rootsOf(index, scope) : [posix.dirname(from)]
            return bases.map((base) => posix.join(base, path))
        }
        const plain = normal(path)
        if (plain.startsWith(`${scope}/`)) return [plain]
        const roots = rootsOf(index, scope)
        const name = path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '')
        const rest = path.slice(name.length + 1)
        if (name.startsWith('#')) {
            return roots.flatMap((root) => {
                const target = (json(index, `${root}/package.json`)['imports'] as Input | undefined)?.[path]
                if (typeof target !== 'string') return []
                return target.startsWith('./')
                    ? [posix.join(root, target)]
                    : candidates(index, scope, target, from)
            })
        }
        const folders = [
            ...roots.map((root) => `${root}/node_modules/${name}`),
            ...rootsOf(index, `${scope}/${name}`, 1),
        ]
        return folders.map((folder) => {
            if (rest) return `${folder}/${rest}`
            const main = json(index, `${folder}/package.json`)['main']
            return posix.join(folder, typeof main === 'string' ? main : 'index.js')
        })
    }

    return {
        find(scope, path, from) {
            const index = indexOf(scope)
            for (const candidate of candidates(index, scope, path, from)) {
                for (const ending of ENDINGS) {
                    const sysId = index.get(candidate + ending)
                    if (sysId === undefined) continue
                    return {
                        path: candidate + ending,
                        source: toCommonJs(candidate + ending, contentOf(sysId)),
                    }
                }
            }
            return undefined
        },
    }
}

type Input = Record<string, unknown>

// Loaded with the first module: it takes longer to load than everything else in a thread, and many threads
// never use it.
let sucrase: typeof import('sucrase') | undefined

/** Folders of packages, the newest version first: `scope/name/1.0.0`. */
function rootsOf(index: Map<string, string>, prefix: string, depth = 2): string[] {
    const roots: string[] = []
    for (const path of index.keys()) {
        if (!path.startsWith(`${prefix}/`) || !path.endsWith('/package.json')) continue
        const root = path.slice(0, -'/package.json'.length)
        const below = root.slice(prefix.length + 1).split('/')
        if (below.length === depth || (below[0]?.startsWith('@') && below.length === depth + 1))
            roots.push(root)
    }
    return roots.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
}

/** Modules of the scope `global` are stored with a slash in front. */
function normal(path: string): string {
    return path.replace(/^\/+/, '')
}

function convert(path: string, content: string): string {
    try {
        // import() is left unchanged, so that compilation rejects it: the platform does not support it.
        sucrase ??= createRequire(__filename)('sucrase') as typeof import('sucrase')
        return sucrase.transform(content, {
            transforms: ['imports'],
            filePath: path,
            disableESTransforms: true,
            preserveDynamicImport: true,
            production: true,
        }).code
    } catch (error) {
        throw new BridgeError('unknown_module', `Module cannot be parsed: ${(error as Error).message}`)
    }
}
