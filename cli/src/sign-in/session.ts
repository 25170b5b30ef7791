/** How the command is signed in. */
export interface Session {
    /** Value of the Authorization header. */
    authorization: string
    /** What it was made from, for messages. */
    by: 'token' | 'client_credentials' | 'browser' | 'basic'
}
