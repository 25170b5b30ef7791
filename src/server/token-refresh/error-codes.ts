/** Members that hold an error code, in lower case without underscores and hyphens, in order of precedence. */
const CODES = ['error', 'errors', 'errorcode', 'errcode', 'code', 'errortype', 'type', 'status']
/** Members whose objects contain such members; plain text in them is prose. */
const HOLDERS = ['fault', 'detail', 'details', 'data', 'result', 'response']
/** Maximum depth, and maximum number of items in a list, that are searched. */
const MAX_DEPTH = 4
const MAX_ITEMS = 20
/** Maximum length of a body that is parsed, in characters. */
const MAX_BODY = 65_536

/** Members of a response body: a JSON object or list, or a form such as GitHub returns; null for any other body. */
export function readMembers(body: string): Record<string, unknown> | null {
    if (body.length > MAX_BODY) return null
    try {
        const answer: unknown = JSON.parse(body)
        if (Array.isArray(answer)) return { errors: answer }
        return isObject(answer) ? answer : null
    } catch {
        return readForm(body)
    }
}

/**
 * Values of the members that hold error codes, most specific first: `error`, `error_code`, `code` or `status`, in any
 * letter case, also in nested objects and lists (`errors[]`, `fault.detail`). If a code refers to a field, such as
 * Strava's `{"field": "refresh_token", "code": "invalid"}`, both are joined. Never a description or message.
 */
export function codesIn(members: Record<string, unknown>): string[] {
    const codes: string[] = []
    collect(members, codes, MAX_DEPTH)
    return codes
}

function collect(value: unknown, codes: string[], depth: number): void {
    if (typeof value === 'string' || typeof value === 'number') codes.push(String(value))
    if (depth === 0) return
    if (Array.isArray(value)) {
        for (const item of value.slice(0, MAX_ITEMS)) collect(item, codes, depth - 1)
    } else if (isObject(value)) {
        const names = Object.keys(value)
        const called = (wanted: string) => names.filter((name) => plain(name) === wanted)
        const { field, code } = value
        if (typeof field === 'string' && typeof code === 'string') codes.push(`${code}_${field}`)
        for (const name of CODES.flatMap(called)) collect(value[name], codes, depth - 1)
        for (const name of HOLDERS.flatMap(called)) {
            if (typeof value[name] === 'object') collect(value[name], codes, depth - 1)
        }
    }
}

function plain(name: string): string {
    return name.toLowerCase().replace(/[_-]/g, '')
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null
}

function readForm(body: string): Record<string, unknown> | null {
    if (!/^[\w.~%+-]+=/.test(body)) return null
    const members: Record<string, unknown> = {}
    for (const pair of body.split('&').slice(0, MAX_ITEMS)) {
        const [name, ...value] = pair.split('=') as [string, ...string[]]
        members[decoded(name)] ??= decoded(value.join('='))
    }
    return members
}

function decoded(text: string): string {
    try {
        return decodeURIComponent(text.replace(/\+/g, ' '))
    } catch {
        return ''
    }
}
