import { html } from '../../core/ui/html'
import { INSTANCE_MARK } from '../../core/ui/marks'
import type { PageOptions } from '../../core/ui/page'

/** The page for a user who is already signed in, instead of the form. */
export function welcomePage(name: string): PageOptions {
    return {
        title: 'Signed in',
        body: html`
            <div class="marks">${INSTANCE_MARK}</div>
            <h1>You are signed in</h1>
            <p class="lead">You are signed in to this instance as <strong>${name}</strong>.</p>
            <form method="post" action="/logout.do">
                <button class="second wide" type="submit">Sign out</button>
            </form>
        `,
    }
}

/** What is shown after the sign-out. */
export const signedOutPage: PageOptions = {
    title: 'Signed out',
    body: html`
        <div class="marks">${INSTANCE_MARK}</div>
        <h1>You are signed out</h1>
        <p class="lead">Your session in this browser has ended.</p>
        <p><a class="button wide" href="/login.do">Sign in</a></p>
    `,
}
