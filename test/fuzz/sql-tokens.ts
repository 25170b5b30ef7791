/** Allowed words in conditions and orders, besides quoted names and `?`. */
const WORDS = new Set(
    [
        'SELECT FROM WHERE IN AND OR NOT IS NULL COLLATE NOCASE CAST AS REAL UNION ALL DESC ASC LIMIT',
        'WITH MATERIALIZED w0 w1 w2 w3 w4 w5 w6 w7 w8',
        'coalesce instr lower substr json_each value',
        // Aliases.
        't x tw0 tw1 tw2 tw3 tw4 tw5 tw6 tw7 tw8 tw1v tw2v tw3v tw4v tw5v tw6v tw7v tw8v',
        // Constants, and lengths of compared time prefixes.
        '0 1 4 7 10 13 16',
    ].flatMap((line) => line.split(' '))
)

/**
 * The tokens of an SQL text that conditions never contain: words other than the allowed ones, unknown quoted
 * names, strings, comments. Empty if the text cannot contain injected input.
 */
export function foreignTokens(sql: string, names: ReadonlySet<string>): string[] {
    const tokens = sql.match(/"(?:[^"]|"")*"|[A-Za-z_0-9]+|[^\sA-Za-z_0-9]/g) ?? []
    return tokens.filter((token) => {
        if (token.startsWith('"')) return !names.has(token.slice(1, -1))
        return /^\w/.test(token) ? !WORDS.has(token) : !/^[().,?=<>+]$/.test(token)
    })
}

/** Number of values that a text binds. */
export function placeholdersIn(sql: string): number {
    return sql.split('?').length - 1
}
