/** Key of a token in maps and claims. A sys_id is unique across tables, so the table of the record is not part of it. */
export function tokenKey({ requestor, profile }: { requestor: string; profile: string }): string {
    return `${requestor}:${profile}`
}
