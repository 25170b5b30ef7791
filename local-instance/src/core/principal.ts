/** A signed-in user of a request, or the guest. */
export interface Principal {
    /** sys_id in sys_user. */
    userId: string
    userName: string
    /** Role names, inherited and group roles included. */
    roles: ReadonlySet<string>
    /** Authentication method; `none` is the guest. */
    by: 'none' | 'basic' | 'session' | 'bearer'
    /** sys_id of the oauth_entity that a bearer token was issued to. */
    oauthEntity?: string
}
