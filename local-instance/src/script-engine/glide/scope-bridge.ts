import type {
    BridgeFunction,
    BridgeOperation,
    BridgeOperations,
    TableView,
    TransactionView,
} from '../bridge/bridge'
import { dictionary, hasOwn } from './captured'
import { Messages } from './user-messages'
import { toJson } from './to-json'

// Scripts may replace JSON's functions; bridge messages must not depend on the replacements.
const { parse } = JSON

type Input<O extends BridgeOperation> = Parameters<BridgeOperations[O]>[0]
type Output<O extends BridgeOperation> = ReturnType<BridgeOperations[O]>

/** A refusal by the host, as an error of the context's own realm; `code` is the host's stable code. */
export class BridgeRefusal extends Error {
    constructor(
        readonly code: string,
        message: string
    ) {
        super(message)
        this.name = 'Error'
    }
}

/**
 * The bridge on behalf of one scope. Only the runtime holds it; the bridge function is in a private field, so
 * a script that obtains an instance cannot read it.
 */
export class ScopeHost {
    readonly scope: string
    readonly transaction: TransactionView
    readonly messages: Messages
    readonly #bridge: BridgeFunction
    readonly #tables = dictionary<TableView | null>()
    readonly #granted = dictionary<true>()

    constructor(
        bridge: BridgeFunction,
        transaction: TransactionView,
        scope: string,
        messages = new Messages()
    ) {
        this.#bridge = bridge
        this.messages = messages
        this.transaction = transaction
        this.scope = scope
    }

    /** The same transaction on behalf of another scope. */
    as(scope: string): ScopeHost {
        return new ScopeHost(this.#bridge, this.transaction, scope, this.messages)
    }

    /** @throws BridgeRefusal if the host refused, and Error if the bridge itself failed. */
    call<O extends BridgeOperation>(operation: O, input: Input<O>): Output<O> {
        const json = toJson(input)
        let text: string
        try {
            text = this.#bridge(operation, json, this.scope)
        } catch {
            // The error may belong to the host's realm, such as a stack overflow there.
            throw new BridgeRefusal('bridge_failed', `The operation "${operation}" could not be called`)
        }
        const answer = parse(text) as { value?: unknown; error?: { code: string; message: string } }
        if (hasOwn(answer, 'error') && answer.error) {
            throw new BridgeRefusal(answer.error.code, answer.error.message)
        }
        return answer.value as Output<O>
    }

    /** The table, or null if it is not visible to scripts; looked up once per transaction. */
    table(name: string): TableView | null {
        return (this.#tables[name] ??= this.call('table', { table: name }))
    }

    /**
     * Checks once per transaction whether this scope may use a scriptable object of the global scope.
     *
     * @throws BridgeRefusal `cross_scope` if the privilege is missing.
     */
    privilege(name: string): void {
        if (this.scope === 'global' || this.#granted[name]) return
        this.call('privilege', { name })
        this.#granted[name] = true
    }

    /** ms since 1970 on the instance's clock. */
    now(): number {
        return this.call('now', {})
    }

    warn(message: string): void {
        this.call('log', { level: 'warn', message })
    }

    /** A boolean system property. */
    flag(name: string): boolean {
        return this.call('property', { name }) === 'true'
    }
}
