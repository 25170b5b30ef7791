/** A control call that cannot be done as asked. The message is for the caller. */
export class ControlRefusal extends Error {
    constructor(
        /** HTTP status: 400 for bad input, 404 for what does not exist, 503 for what cannot be done now. */
        readonly status: 400 | 404 | 503,
        message: string
    ) {
        super(message)
        this.name = 'ControlRefusal'
    }
}
