/** A use of a connection by a script. */
export interface Use {
    at: number
    client: string
    /** Status of the API; 0 without a token. */
    status: number
}
