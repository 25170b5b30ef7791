const STYLE = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}'

/** A request that a page sends to the instance, without cookies. */
export interface Probe {
    method: string
    /** Absolute. */
    url: string
    headers: Record<string, string>
    body?: string
}

/** The script of the last page: sends requests to the instance, and tells this machine which answers it could read. */
export function probeScript(probes: readonly Probe[], report: string): string {
    // Nothing in it ends the element or the script.
    const asked = JSON.stringify(probes).replaceAll('<', '\\u003c')
    return `
const statusOf = ({ url, ...init }) =>
    fetch(url, { ...init, credentials: 'omit' }).then((answer) => answer.text().then(() => answer.status), () => 0)
Promise.all(${asked}.map(statusOf)).then((statuses) =>
    fetch(${JSON.stringify(report)}, { method: 'POST', body: JSON.stringify(statuses) }))`
}

/** The last page that the browser shows. */
export function donePage(script?: { text: string; nonce: string }): string {
    const element = script ? `<script type="module" nonce="${script.nonce}">${script.text}</script>` : ''
    return page(
        element + '<h1>Back to the terminal</h1><p>The answer has arrived. You can close this window.</p>'
    )
}

function page(body: string): string {
    const head = `<meta charset="utf-8"><title>openfin-servicenow verify</title><style>${STYLE}</style>`
    return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
}
