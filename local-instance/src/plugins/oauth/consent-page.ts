import { html } from '../../core/ui/html'
import { INSTANCE_MARK, LINK_DOTS, nameMark, TICK } from '../../core/ui/marks'
import type { PageOptions } from '../../core/ui/page'
import { policySource } from '../../core/ui/send-page'
import type { AuthorizationRequest } from './authorization-request'
import { formatDuration } from './format-duration'

/** Contents of the consent page. */
export interface ConsentPage {
    /** Id of the pending request. */
    id: string
    request: AuthorizationRequest
    /** The signed request, to restart it if the form has expired. */
    returnTo: string
    csrfToken: string
    user: { name: string; userName: string }
    /** Why the previous submission was rejected; empty for the first form. */
    problem: string
}

/** Asks the user to authorize the application. */
export function consentPage({ id, request, returnTo, csrfToken, user, problem }: ConsentPage): PageOptions {
    const { client, target } = request
    const logo = usableLogo(client.logoUrl)
    return {
        title: `Connect ${client.name}`,
        formTargets: formTargets(target),
        imageSources: logo ? [policySource(logo) ?? "'self'"] : [],
        body: html`
            <div class="marks">${nameMark(client.name, logo)} ${LINK_DOTS} ${INSTANCE_MARK}</div>
            <h1>${client.name} would like to connect to your ServiceNow account</h1>
            ${problem && html`<div class="alert" role="alert"><p>${problem}</p></div>`}
            <p class="lead">If you allow access, ${client.name} can:</p>
            <ul class="asks">
                <li>${TICK}<span>Read and change the data that you have access to on this instance</span></li>
                <li>
                    ${TICK}<span
                        >Keep this access for ${formatDuration(client.refreshTokenLifespan)} without asking
                        again</span
                    >
                </li>
            </ul>
            <p class="who">
                Signed in as <strong>${user.name}</strong> (${user.userName}).
                <a href="/oauth_auth.do?sysparm_return=${returnTo}&amp;sysparm_switch_user=true">Not you?</a>
            </p>
            <form method="post" action="/oauth_auth.do">
                <input type="hidden" name="sysparm_ck" value="${csrfToken}" />
                <input type="hidden" name="sysparm_request" value="${id}" />
                <input type="hidden" name="sysparm_return" value="${returnTo}" />
                <div class="choice">
                    <button type="submit" name="decision" value="deny" class="second">Deny</button>
                    <button type="submit" name="decision" value="allow">Allow</button>
                </div>
            </form>
            <p class="small after">You will be redirected to ${destination(target)}</p>
        `,
    }
}

/** Targets that a form may redirect to; see PageOptions.formTargets. */
export function formTargets(target: string): string[] {
    const source = policySource(target)
    return source ? [source] : []
}

/** Host of a web URL; the scheme of a custom-scheme URI. */
function destination(target: string): string {
    const { host, protocol } = new URL(target)
    return protocol === 'http:' || protocol === 'https:' ? host : protocol
}

/** A logo is loaded over HTTP(S) or from the instance, never by another scheme. */
function usableLogo(address: string): string | undefined {
    if (/^\/(?![/\\])/.test(address)) return address
    return /^https?:\/\//i.test(address) && policySource(address) ? address : undefined
}
