/** What scripts got that used a connection. */
export interface Use {
    at: number
    client: string
    /** The API's status; 0 where there was no token to call with. */
    status: number
}
