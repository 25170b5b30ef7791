/** A request that cannot be parsed: unless the script catches the error, the response is 400. */
export class RequestError extends Error {
    constructor(
        message: string,
        readonly detail: string
    ) {
        super(message)
        this.name = 'Error'
    }
}
