import { html } from '../../core/ui/html'
import { INSTANCE_MARK } from '../../core/ui/marks'
import type { PageOptions } from '../../core/ui/page'

/** Error page for requests whose redirect URI cannot be trusted with the error. */
export function problemPage(problem: string): PageOptions {
    return {
        title: 'Connection refused',
        body: html`
            <div class="marks">${INSTANCE_MARK}</div>
            <h1>This application cannot be connected</h1>
            <div class="alert" role="alert"><p>${problem}</p></div>
            <p class="lead">
                Close this window and try again from the application. If the problem persists, contact the
                application's administrator.
            </p>
        `,
    }
}
