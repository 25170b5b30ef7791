/** Header names to values. `Authorization` and `Cookie` are refused: the worker alone sets the first. */
export type ApiRequestHeaders = Record<string, string>
