/** Whether an external text is a valid sys_id. */
export function isSysId(text: string): boolean {
    return /^[0-9a-f]{32}$/.test(text)
}
