/** A control call that cannot be carried out. The message is sent to the caller. */
export class ControlRefusal extends Error {
    constructor(
        /** HTTP status: 400 for bad input, 404 for a missing target, 503 if temporarily unavailable. */
        readonly status: 400 | 404 | 503,
        message: string
    ) {
        super(message)
        this.name = 'ControlRefusal'
    }
}
