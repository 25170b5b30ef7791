/**
 * A refusal that the script sees as an error. `code`: `cross_scope`, `bad_request`, `unknown_module`, `refused`, or one
 * of StoreError.
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
