const STYLE = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}'

/** The last page that the browser shows. */
export function donePage(): string {
    return page('<h1>Back to the terminal</h1><p>The answer has arrived. You can close this window.</p>')
}

/** Leads to the next authorization request, for which the person has something to do. */
export function nextPage({ url, text }: { url: string; text: string }): string {
    return page(`<h1>One more step</h1><p><a href="${escaped(url)}">${escaped(text)}</a></p>`)
}

function page(body: string): string {
    const head = `<meta charset="utf-8"><title>openfin-servicenow verify</title><style>${STYLE}</style>`
    return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
}

function escaped(text: string): string {
    const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
    return text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
