/**
 * A refusal that becomes an error in the script. `code`: `cross_scope`, `bad_request`, `unknown_module`,
 * `refused`, or one of StoreError.
 */
export class BridgeError extends Error {
    constructor(
        readonly code: string,
        message: string
    ) {
        super(message)
        this.name = 'BridgeError'
    }
}
