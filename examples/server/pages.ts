import { html, type Markup } from './html'

/** A row of the list, with display values. */
export interface Incident {
    number: string
    short_description: string
    state: string
    priority: string
    sys_updated_on: string
}

/** Content of the list page. */
export interface ListPage {
    userName: string
    incidents: Incident[]
    /** Search text; empty for none. */
    search: string
    /** 1 for the first page. */
    page: number
    /** Total number of rows. */
    total: number
    /** Rows per page. */
    pageSize: number
}

/** The sign-in page. `notice` explains why a new sign-in is required. */
export function welcomePage(instanceUrl: string, notice?: string): string {
    return document(
        'Sign in',
        html`<main class="card">
            <h1>Incidents</h1>
            ${notice && html`<p class="notice" role="status">${notice}</p>`}
            <p>This app lists the incidents that you may see at <b>${new URL(instanceUrl).host}</b>.</p>
            <p><a class="button" href="/sign-in">Sign in with ServiceNow</a></p>
        </main>`
    )
}

/** The incidents of the signed-in user. */
export function listPage({ userName, incidents, search, page, total, pageSize }: ListPage): string {
    const last = Math.max(1, Math.ceil(total / pageSize))
    const link = (to: number) => `/?${new URLSearchParams({ ...(search && { search }), page: String(to) })}`
    return document(
        'Incidents',
        html`<header>
                <h1>Incidents</h1>
                <form method="post" action="/sign-out">
                    <span>${userName}</span> <button>Sign out</button>
                </form>
            </header>
            <main>
                <form role="search" action="/">
                    <label>Short description contains <input name="search" value="${search}" /></label>
                    <button>Search</button>
                </form>
                ${incidents.length === 0 ? html`<p>No incidents match your search.</p>` : table(incidents)}
                <nav aria-label="Pages">
                    ${page > 1 ? html`<a href="${link(page - 1)}" rel="prev">Previous</a>` : undefined}
                    <span>Page ${page} of ${last}, ${total} in all</span>
                    ${page < last ? html`<a href="${link(page + 1)}" rel="next">Next</a>` : undefined}
                </nav>
            </main>`
    )
}

/** The error page, with the error code and a link to the home page. */
export function errorPage(message: string, code: string): string {
    return document(
        'Something went wrong',
        html`<main class="card">
            <h1>Request failed</h1>
            <p class="notice" role="alert">${message} <code>${code}</code></p>
            <p><a class="button" href="/">Back to the home page</a></p>
        </main>`
    )
}

function table(incidents: Incident[]): Markup {
    const row = (incident: Incident) =>
        html`<tr>
            <th scope="row">${incident.number}</th>
            <td>${incident.short_description}</td>
            <td>${incident.state}</td>
            <td>${incident.priority}</td>
            <td>${incident.sys_updated_on}</td>
        </tr>`
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Incidents">
        <table>
            <thead>
                <tr>
                    <th scope="col">Number</th>
                    <th scope="col">Short description</th>
                    <th scope="col">State</th>
                    <th scope="col">Priority</th>
                    <th scope="col">Updated</th>
                </tr>
            </thead>
            <tbody>
                ${incidents.map(row)}
            </tbody>
        </table>
    </div>`
}

function document(title: string, body: Markup): string {
    return html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}</title>
                <link rel="icon" href="data:," />
                <link rel="stylesheet" href="/style.css" />
            </head>
            <body>
                ${body}
            </body>
        </html>`.text
}
