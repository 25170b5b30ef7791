import type { BridgeFunction, BridgeOperation } from '../bridge/bridge'
import { dictionary, freeze, hasOwn, includesText } from './captured'
import type { ModuleCode, ModuleCodes } from './module-loader'

// The cache outlives scripts, which may temporarily replace methods of built-ins. It is therefore kept in
// objects without a prototype, so no method of a script can access it.
const { parse } = JSON

type Operations = { [operation in BridgeOperation]?: true } & { __proto__: null }

/** Operations whose results depend on metadata only. */
const OF_METADATA: Operations = {
    __proto__: null,
    table: true,
    property: true,
    module: true,
    privilege: true,
    scriptIncludes: true,
}
/** Operations that may change metadata. */
const WRITES: Operations = {
    __proto__: null,
    insert: true,
    update: true,
    delete: true,
    updateMultiple: true,
    deleteMultiple: true,
    setProperty: true,
}

/** A bridge that caches results which change with metadata only. */
export interface MetadataMemory {
    bridge: BridgeFunction
    moduleCodes: ModuleCodes
    /** Begins a transaction; clears the cache if the metadata has changed (Store.metadataVersion()). */
    begin(version: number): void
}

/** Caches results as text across transactions, so that scripts never share an object. */
export function createMetadataMemory(bridge: BridgeFunction): MetadataMemory {
    let answers = dictionary<string>()
    let known: number | undefined
    let codes = dictionary<ModuleCode>()
    const moduleCodes: ModuleCodes = freeze({
        find: (key: string) => codes[key],
        keep(key: string, code: ModuleCode) {
            codes[key] = code
        },
    })
    const forget = () => {
        answers = dictionary()
        codes = dictionary()
    }

    const isOfMetadata = (json: string, scope: string | undefined): boolean => {
        const input = parse(json) as { table?: string }
        const view = hasOwn(input, 'table') && answers[`table ${scope} {"table":"${input.table}"}`]
        return !view || includesText(view, '"sys_metadata"')
    }

    return {
        moduleCodes,
        begin(version) {
            if (version !== known) forget()
            known = version
        },
        bridge(operation, json, scope) {
            if (WRITES[operation]) {
                const answer = bridge(operation, json, scope)
                if (isOfMetadata(json, scope)) forget()
                return answer
            }
            if (!OF_METADATA[operation]) return bridge(operation, json, scope)
            const key = `${operation} ${scope} ${json}`
            const answer = answers[key] ?? bridge(operation, json, scope)
            // `{"value"…` and not `{"error"…`: refusals are not cached, because the host logs each of them.
            if (answer[2] === 'v') answers[key] = answer
            return answer
        },
    }
}
