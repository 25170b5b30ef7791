/** `Content-Type` of a response that is read as JSON. */
export const JSON_TYPE = /^application\/(\w+\+)?json/i

/**
 * `Content-Type` of a response that is read as text. Office documents have `xml` in their type, but are ZIP
 * archives.
 */
export const TEXT_TYPE = /^(text\/|image\/svg|application\/(?!vnd\.openxml).*xml)/i
