/**
 * Header names to values, which are sent as text; also an array of `{ name, value }`, an array of pairs, or `Headers`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any value, and any object without an index signature
export type ApiRequestHeaders = Record<string, any>
