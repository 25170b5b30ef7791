import { html, type Html } from '../../core/ui/html'
import { INSTANCE_MARK } from '../../core/ui/marks'
import type { PageOptions } from '../../core/ui/page'
import type { Menu } from './menus'

/** The start page of a signed-in user: the menus of the deployed apps. */
export function welcomePage(name: string, menus: Menu[]): PageOptions {
    return {
        title: 'Signed in',
        body: html`
            <div class="marks">${INSTANCE_MARK}</div>
            <h1>You are signed in</h1>
            <p class="lead">You are signed in to this instance as <strong>${name}</strong>.</p>
            ${menus.map(menuList)}
            <form method="post" action="/logout.do">
                <button class="second wide" type="submit">Sign out</button>
            </form>
        `,
    }
}

function menuList({ title, modules }: Menu): Html {
    return html`
        <h2>${title}</h2>
        <ul class="modules">
            ${modules.map(
                (module) =>
                    html`<li>
                        <a href="${module.href}">${module.title}</a>
                        ${module.hint && html`<span class="small">${module.hint}</span>`}
                    </li>`
            )}
        </ul>
    `
}

/** The page after sign-out. */
export const signedOutPage: PageOptions = {
    title: 'Signed out',
    body: html`
        <div class="marks">${INSTANCE_MARK}</div>
        <h1>You are signed out</h1>
        <p class="lead">Your session in this browser has ended.</p>
        <p><a class="button wide" href="/login.do">Sign in</a></p>
    `,
}
