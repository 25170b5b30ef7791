import type {
    BridgeFunction,
    BridgeOperation,
    BridgeOperations,
} from '../../../../src/script-engine/bridge/bridge'

/** Operations implemented by a test. */
export type Answers = {
    [O in BridgeOperation]?: (input: Parameters<BridgeOperations[O]>[0], scope: string) => unknown
}

/** A recorded bridge call. */
export interface Call {
    operation: BridgeOperation
    input: Record<string, unknown>
    scope: string | undefined
}

/** Thrown by a test's operation to refuse it, as the host does. */
export class Refusal extends Error {
    constructor(
        readonly code: string,
        message: string
    ) {
        super(message)
    }
}

/** 2026-11-22T08:30:00Z, a Sunday. */
export const NOW = Date.UTC(2026, 10, 22, 8, 30)

/** A bridge without tables: the clock is frozen, everything is permitted, and all calls are recorded. */
export function createMemoryBridge(answers: Answers = {}): { bridge: BridgeFunction; calls: Call[] } {
    const calls: Call[] = []
    let guids = 0
    const all: Answers = {
        table: () => null,
        query: () => [],
        property: () => null,
        now: () => NOW,
        language: () => 'en',
        message: ({ key }) => key,
        log: () => null,
        event: () => null,
        privilege: () => null,
        hasRole: ({ role }) => role === 'itil',
        guid: () => (++guids).toString(16).padStart(32, '0'),
        scriptIncludes: () => [],
        scriptInclude: () => null,
        module: () => null,
        ...answers,
    }
    const bridge: BridgeFunction = (operation, json, scope) => {
        const input = JSON.parse(json) as Record<string, unknown>
        calls.push({ operation, input, scope })
        try {
            const answer = all[operation] as ((given: unknown, asking: string) => unknown) | undefined
            if (!answer) throw new Refusal('unsupported', `The test has no answer to ${operation}`)
            return JSON.stringify({ value: answer(input, scope ?? '') ?? null })
        } catch (error) {
            const { code = 'internal', message } = error as Refusal
            return JSON.stringify({ error: { code, message } })
        }
    }
    return { bridge, calls }
}
