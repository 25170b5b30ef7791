import type { BridgeFunction, BridgeOperation } from '../bridge'

// Scripts may replace what these look up; the memory outlives them.
const { parse } = JSON

/** Operations whose answers depend on metadata alone. */
const OF_METADATA: { [operation in BridgeOperation]?: true } = {
    table: true,
    property: true,
    module: true,
    privilege: true,
    scriptInclude: true,
    scriptIncludes: true,
}
/** Operations that may change metadata. */
const WRITES: { [operation in BridgeOperation]?: true } = {
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
    /** Begins a transaction; forgets everything where the metadata is not as it was (Store.metadataVersion()). */
    begin(version: number): void
}

/** Remembers answers as texts from one transaction to the next, so that no script holds what another one gets. */
export function createMetadataMemory(bridge: BridgeFunction): MetadataMemory {
    let answers: { [key: string]: string | undefined } = { __proto__: null as never }
    let known: number | undefined

    const isOfMetadata = (json: string, scope: string | undefined): boolean => {
        const { table } = parse(json) as { table?: string }
        const view = table && answers[`table ${scope} {"table":"${table}"}`]
        return !view || view.includes('"sys_metadata"')
    }

    return {
        begin(version) {
            if (version !== known) answers = { __proto__: null as never }
            known = version
        },
        bridge(operation, json, scope) {
            if (WRITES[operation]) {
                const answer = bridge(operation, json, scope)
                if (isOfMetadata(json, scope)) answers = { __proto__: null as never }
                return answer
            }
            if (!OF_METADATA[operation]) return bridge(operation, json, scope)
            const key = `${operation} ${scope} ${json}`
            const answer = answers[key] ?? bridge(operation, json, scope)
            // Refusals are asked for again, because the host logs each of them.
            if (answer.startsWith('{"value"')) answers[key] = answer
            return answer
        },
    }
}
