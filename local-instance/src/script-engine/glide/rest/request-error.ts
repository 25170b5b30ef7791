/** A request that cannot be read: unless the script catches it, the answer is 400. */
export class RequestError extends Error {
    constructor(
        message: string,
        readonly detail: string
    ) {
        super(message)
        this.name = 'Error'
    }
}
