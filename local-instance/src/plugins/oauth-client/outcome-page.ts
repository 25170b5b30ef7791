import { html } from '../../core/ui/html'
import { INSTANCE_MARK } from '../../core/ui/marks'
import type { PageOptions } from '../../core/ui/page'

/** Outcome of a consent at a provider. */
export type ConsentOutcome = { got: true; provider: string } | { got: false; problem: string }

/** The page that shows the outcome of a consent at a provider. */
export function outcomePage(outcome: ConsentOutcome): PageOptions {
    return {
        title: outcome.got ? 'OAuth token received' : 'No OAuth token',
        body: html`
            <div class="marks">${INSTANCE_MARK}</div>
            ${
                outcome.got
                    ? html`
                          <h1>OAuth token received</h1>
                          <p class="lead">
                              The instance may now call ${outcome.provider}. You can close this window.
                          </p>
                      `
                    : html`
                          <h1>No OAuth token</h1>
                          <div class="alert" role="alert"><p>${outcome.problem}</p></div>
                          <p class="lead">Close this window and use “Get OAuth Token” to try again.</p>
                      `
            }
        `,
    }
}
