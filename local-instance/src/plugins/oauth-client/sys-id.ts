/** Whether a text from outside can be a sys_id. */
export function isSysId(text: string): boolean {
    return /^[0-9a-f]{32}$/.test(text)
}
