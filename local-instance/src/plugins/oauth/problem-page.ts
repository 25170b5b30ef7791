import { html } from '../../core/ui/html'
import { INSTANCE_MARK } from '../../core/ui/marks'
import type { PageOptions } from '../../core/ui/page'

/** Tells why there is no code, to the person: nobody else can be told. */
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
