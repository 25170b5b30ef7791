import type { BridgeFunction, BridgeOperation } from '../bridge/bridge'
import { dictionary, freeze, hasOwn, includesText } from './captured'
import type { ModuleCode, ModuleCodes } from './module-loader'

// The memory outlives scripts, which may replace methods of built-ins for a while and put them back. So it is kept in
// objects without a prototype, and no method of a script's can get hold of it.
const { parse } = JSON

type Operations = { [operation in BridgeOperation]?: true } & { __proto__: null }

/** Operations whose answers depend on metadata alone. */
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

/** A bridge that asks the host once for what changes with metadata only. */
export interface MetadataMemory {
    bridge: BridgeFunction
    moduleCodes: ModuleCodes
    /** Begins a transaction; forgets everything where the metadata is not as it was (Store.metadataVersion()). */
    begin(version: number): void
}

/** Remembers answers as texts from one transaction to the next, so that no script holds what another one gets. */
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
            // `{"value"…` and not `{"error"…`: refusals are asked for again, because the host logs each of them.
            if (answer[2] === 'v') answers[key] = answer
            return answer
        },
    }
}
