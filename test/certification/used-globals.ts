/** What a module of the app uses of the global scope, in the words of `sys_scope_privilege`. */
export interface GlobalUse {
    /** `read sys_user` and so on. */
    tables: string[]
    /** Target names of scriptable objects. */
    scriptables: string[]
}

/** Groups of GlideSystem methods, under the names by which the platform records them. */
const GLIDE_SYSTEM: Record<string, string> = {
    getProperty: 'Glide API: properties',
    eventQueue: 'Glide API: event management',
    getUserID: 'Glide API: user roles and groups',
    getUserName: 'Glide API: user roles and groups',
    getUserDisplayName: 'Glide API: user roles and groups',
    getSession: 'Glide API: user roles and groups',
    info: 'Glide API: scripting',
    warn: 'Glide API: scripting',
    error: 'Glide API: scripting',
    debug: 'Glide API: scripting',
}

/** Methods of GlideRecord that the platform fences one by one. */
const FENCED_RECORD_METHODS = [
    'setValue',
    'insert',
    'update',
    'deleteRecord',
    'deleteMultiple',
    'setWorkflow',
]

/**
 * Reads the uses off a module's source as it was built. It knows the few shapes in which the app's modules use the
 * platform, and throws on one that it does not know, so that a new use cannot slip by.
 *
 * @throws for a method of `gs` without a known privilege
 */
export function usedGlobals(source: string): GlobalUse {
    const tables = new Set<string>()
    const scriptables = new Set<string>()
    for (const [, method = ''] of source.matchAll(/\bgs\.(\w+)\(/g)) {
        const name = GLIDE_SYSTEM[method]
        if (!name) throw new Error(`gs.${method}: which privilege does it need?`)
        scriptables.add(name)
    }
    for (const [, variable = '', kind = '', table = ''] of source.matchAll(
        /(\w+) = new (GlideRecord|GlideRecordSecure|GlideAggregate)\('(\w+)'\)/g
    )) {
        const methods = methodsOf(source, variable)
        if (!table.startsWith('x_opfi_openfin')) tables.add(`read ${table}`)
        for (const method of methods) {
            if (kind === 'GlideRecord' && FENCED_RECORD_METHODS.includes(method))
                scriptables.add(`${kind}.${method}`)
            if (kind === 'GlideRecordSecure' && method === 'getValue') scriptables.add(`${kind}.${method}`)
        }
    }
    for (const [, variable = ''] of source.matchAll(/(\w+) = new RESTMessageV2\(\)/g)) {
        for (const method of methodsOf(source, variable))
            scriptables.add(`ScriptableRESTMessageClient.${method}`)
        for (const [, answer = ''] of source.matchAll(
            new RegExp(`(\\w+) = ${variable}\\.execute\\(\\)`, 'g')
        )) {
            for (const method of methodsOf(source, answer))
                scriptables.add(`ScriptableRESTResponse.${method}`)
        }
    }
    // The handlers' parameters; the types are gone from the built source.
    for (const method of methodsOf(source, 'response')) {
        if (/^(set|getStreamWriter)/.test(method)) scriptables.add(`ScriptableServiceResultBuilder.${method}`)
    }
    if (/\bgetStreamWriter\(\)\./.test(source)) scriptables.add('RESTAPIResponseStream')
    if (/\brequest\.(headers|queryParams)\b/.test(source)) scriptables.add('RESTAPIRequest')
    return { tables: [...tables], scriptables: [...scriptables] }
}

function methodsOf(source: string, variable: string): string[] {
    return [...source.matchAll(new RegExp(`\\b${variable}\\.(\\w+)\\(`, 'g'))].map(
        ([, method = '']) => method
    )
}
