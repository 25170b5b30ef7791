import type { BuiltApp } from '../support/built-app'

/** A script of the built app. */
export interface BuiltScript {
    /** Table and name of the record, or the path of a module. */
    place: string
    /** As it was built. */
    source: string
    /** Without comments. */
    code: string
}

/** Columns that hold code of the platform or of browsers. */
const COLUMNS = [
    'script',
    'operation_script',
    'client_script',
    'processing_script',
    'html',
    'advanced_condition',
    'condition',
]

/** All scripts of the app: its own modules (without package.json and the like) and what stands in other records. */
export function scriptsOf(app: BuiltApp): BuiltScript[] {
    return [
        ...modulesOf(app),
        ...app.all
            .filter(({ table }) => table !== 'sys_module')
            .flatMap(({ table, values }) =>
                COLUMNS.filter((column) => values[column]).map((column) => {
                    const name = values['name'] ?? values['sys_id'] ?? ''
                    return scriptOf(`${table} ${name} ${column}`, values[column] ?? '')
                })
            ),
    ]
}

/** The app's own modules. */
export function modulesOf(app: BuiltApp): BuiltScript[] {
    return app
        .values('sys_module')
        .filter(({ path }) => path?.includes('/src/server/'))
        .map(({ path, content }) => scriptOf(path ?? '', content ?? ''))
}

/** Modules that a script reaches by `require` or `import`, in any number of steps. */
export function reachedFrom(app: BuiltApp, script: string): BuiltScript[] {
    const modules = new Map(modulesOf(app).map((module) => [module.place, module]))
    const found = new Set<BuiltScript>()
    const visit = (source: string, from: string) => {
        for (const [, path = ''] of source.matchAll(/(?:require\(|\bfrom )['"]([^'"]+)['"]/g)) {
            const module = modules.get(path) ?? modules.get(resolve(from, path))
            if (!module || found.has(module)) continue
            found.add(module)
            visit(module.source, module.place)
        }
    }
    visit(script, '')
    return [...found]
}

function resolve(from: string, path: string): string {
    const url = new URL(path, `file:///${from}`).pathname.slice(1)
    return url.endsWith('.ts') ? url : `${url}.ts`
}

function scriptOf(place: string, source: string): BuiltScript {
    return { place, source, code: source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') }
}
