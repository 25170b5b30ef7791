import { createHash } from 'node:crypto'
import { html, Html, type HtmlValue } from './html'
import { STYLES } from './styles'

/** A page of the instance itself (not one of the deployed app). */
export interface PageOptions {
    /** Window title in plain text; the page heading is part of the body. */
    title: string
    body: HtmlValue
    /** Uses the full window width, for tables of records. */
    wide?: boolean
    /** Origins or schemes that a form on this page may redirect to, besides the instance itself. */
    formTargets?: readonly string[]
    /** Origins that this page loads images from. */
    imageSources?: readonly string[]
}

/** Footer of every page, so that users do not mistake the local instance for a real one. */
const NOTICE = 'This is a local instance running on your computer, for development and testing only.'

/** A single string, because the policy's hash covers the exact text between the tags. */
const STYLE_ELEMENT = new Html(`<style>${STYLES}</style>`)
const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`

/** The whole document. Send it with {@link sendPage}, which adds its headers. */
export function renderPage({ title, body, wide = false }: PageOptions): string {
    return html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex" />
                <title>${title} · local instance</title>
                <link rel="icon" href="data:," />
                ${STYLE_ELEMENT}
            </head>
            <body class="${wide && 'records'}">
                <main>${body}</main>
                <footer><p>${NOTICE}</p></footer>
            </body>
        </html> `.toString()
}

/**
 * The page's Content-Security-Policy: no script at all, the inlined stylesheet by its hash, no framing.
 * Browsers apply `form-action` to the redirect after a form as well, so its targets are listed too.
 */
export function contentSecurityPolicy({
    formTargets = [],
    imageSources = [],
}: Omit<PageOptions, 'title' | 'body'>): string {
    return [
        `default-src 'none'`,
        `style-src ${STYLE_HASH}`,
        `img-src ${['data:', ...imageSources].join(' ')}`,
        `form-action ${["'self'", ...formTargets].join(' ')}`,
        `frame-ancestors 'none'`,
        `base-uri 'none'`,
    ].join('; ')
}
