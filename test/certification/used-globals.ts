import { allSchemas } from 'openfin-servicenow-local-instance/dist/plugins/all-schemas'

/** What a module of the app uses of the global scope, in the words of `sys_scope_privilege`. */
export interface GlobalUse {
    /** `read sys_user` and so on. */
    tables: string[]
    /** Target names of scriptable objects. */
    scriptables: string[]
    /** Names of script includes. */
    scriptIncludes: string[]
}

/** What hooks of an OAuth API Script are handed: variable names in the app's modules, and the class behind them. */
const HANDED: Record<string, string> = {
    accessTokenResponse: 'GlideOAuthAccessTokenResponse',
    requestParamMap: 'GlideOAuthStringMap',
}

/** Classes that the app makes itself, and what their methods answer. */
const MADE: Record<string, Record<string, string>> = {
    GlideOAuthClient: {
        getToken: 'GlideOAuthToken',
        requestTokenByRequest: 'GlideOAuthClientResponse',
    },
    GlideOAuthAccessTokenResponse: { getparameters: 'GlideOAuthStringMap' },
}

/**
 * Groups of GlideSystem methods, under the names by which the platform records them (recorded-names.ts); empty for
 * methods that it does not record.
 */
const GLIDE_SYSTEM: Record<string, string> = {
    getProperty: 'Glide API: properties',
    setProperty: 'Glide API: properties',
    eventQueue: 'Glide API: event management',
    getUserID: 'Glide API: user roles and groups',
    getUserName: 'Glide API: user roles and groups',
    getUserDisplayName: 'Glide API: user roles and groups',
    getSession: 'Glide API: user roles and groups',
    generateGUID: 'Glide API: string utilities',
    info: '',
    warn: '',
    error: '',
    debug: '',
    addErrorMessage: '',
    addInfoMessage: '',
    getMessage: '',
}

/** Methods of GlideRecord that the platform fences one by one. */
const FENCED_RECORD_METHODS = [
    'newRecord',
    'setValue',
    'insert',
    'update',
    'updateMultiple',
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
        if (name === undefined) throw new Error(`gs.${method}: which privilege does it need?`)
        if (name !== '') scriptables.add(name)
    }
    for (const [, variable = '', kind = '', table = ''] of source.matchAll(
        /(\w+) = new (GlideRecord|GlideRecordSecure|GlideAggregate)\('(\w+)'\)/g
    )) {
        const methods = methodsOf(source, variable)
        if (!table.startsWith('x_opfi_openfin')) tables.add(`read ${table}`)
        for (const walked of dotWalks(source, variable, table)) tables.add(`read ${walked}`)
        for (const method of methods) {
            if (kind === 'GlideRecord' && FENCED_RECORD_METHODS.includes(method))
                scriptables.add(`${kind}.${method}`)
            if (kind === 'GlideRecordSecure' && method === 'getValue') scriptables.add(`${kind}.${method}`)
        }
        if (kind === 'GlideAggregate') scriptables.add('ScopedGlideAggregate')
    }
    if (/\.getElements?\(/.test(source)) scriptables.add('ScopedGlideElement')
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
    for (const name of oauthUses(source)) scriptables.add(name)
    // The handlers' parameters; the types are gone from the built source.
    for (const method of methodsOf(source, 'response')) {
        if (/^(set|getStreamWriter)/.test(method)) scriptables.add(`ScriptableServiceResultBuilder.${method}`)
    }
    for (const [, method = ''] of source.matchAll(/\bgetStreamWriter\(\)\.(\w+)\(/g))
        scriptables.add(`ScriptableServiceResultStreamWriter.${method}`)
    if (/\brequest\.(headers|queryParams)\b/.test(source)) scriptables.add('RESTAPIRequest')
    const scriptIncludes = [...source.matchAll(/\bglobal\.([A-Z]\w+)/g)].map(([, name = '']) => name)
    return { tables: [...tables], scriptables: [...scriptables], scriptIncludes }
}

/**
 * Tables of the platform that a record's fields lead to by name: dot-walks across scopes need a privilege for each
 * (KB2793170).
 *
 * @throws for a name on the way that is no known reference
 */
function dotWalks(source: string, variable: string, table: string): string[] {
    const literals = new RegExp(`\\b${variable}\\.getElement\\('(\\w+(?:\\.\\w+)+)'\\)`, 'g')
    return [...source.matchAll(literals)].flatMap(([, path = '']) => {
        let at = table
        return path
            .split('.')
            .slice(0, -1)
            .map((name) => {
                const reference = referenceOf(at, name)
                if (!reference) throw new Error(`${at}.${name}: to which table does it lead?`)
                return (at = reference)
            })
    })
}

function referenceOf(table: string, column: string): string | undefined {
    const tables = allSchemas.flatMap((schema) => schema.tables)
    return tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)?.reference
}

/** Methods of `sn_auth` classes: of those that are handed in, that are made, and that these answer. */
function oauthUses(source: string): string[] {
    const variables = new Map<string, string>()
    for (const [variable, kind] of Object.entries(HANDED)) {
        if (new RegExp(`\\b${variable}\\b`).test(source)) variables.set(variable, kind)
    }
    for (const [, variable = '', kind = ''] of source.matchAll(/(\w+) = new (GlideOAuth\w+)\(\)/g))
        variables.set(variable, kind)
    const uses = new Set<string>()
    for (const [variable, kind] of variables) {
        for (const method of methodsOf(source, variable)) {
            uses.add(`${kind}.${method}`)
            const answered = MADE[kind]?.[method]
            const into = new RegExp(`(\\w+) = ${variable}\\.${method}\\(`).exec(source)?.[1]
            if (answered && into) for (const one of methodsOf(source, into)) uses.add(`${answered}.${one}`)
        }
    }
    return [...uses]
}

function methodsOf(source: string, variable: string): string[] {
    return [...source.matchAll(new RegExp(`\\b${variable}\\.(\\w+)\\(`, 'g'))].map(
        ([, method = '']) => method
    )
}
