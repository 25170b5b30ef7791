import { html, type Html } from '../../core/ui/html'
import { INSTANCE_MARK } from '../../core/ui/marks'
import type { PageOptions } from '../../core/ui/page'
import type { ReturnTarget } from './return-target'

/** Contents of the sign-in page. */
export interface LoginPage {
    csrfToken: string
    /** The signed return target, which the form submits; empty if there is none. */
    returnTo: string
    target: ReturnTarget | undefined
    /** Path to open if there is no return target. */
    gotoUrl: string
    /** User name of the failed attempt; null for the first one. */
    refusedName: string | null
    /** The form has expired. */
    stale: boolean
}

/** One message for every reason, so that it does not reveal which users exist or are locked out. */
export const REFUSED = 'User name or password invalid'

/** The page with the sign-in form. Field names are the platform's. */
export function loginPage(page: LoginPage): PageOptions {
    const { csrfToken, returnTo, target, gotoUrl, refusedName } = page
    const failed = refusedName !== null
    return {
        title: failed ? `Error: ${REFUSED}` : 'Sign in',
        ...(target?.formTargets && { formTargets: target.formTargets }),
        body: html`
            <div class="marks">${INSTANCE_MARK}</div>
            <h1>Sign in</h1>
            <p class="lead">${lead(target)}</p>
            ${problem(page)}
            <form method="post" action="/login.do" autocomplete="on">
                <input type="hidden" name="sysparm_ck" value="${csrfToken}" />
                <input type="hidden" name="sysparm_return" value="${returnTo}" />
                <input type="hidden" name="sysparm_goto_url" value="${gotoUrl}" />
                <div class="field">
                    <label for="user_name">User name</label>
                    ${userNameInput(refusedName)}
                </div>
                <div class="field">
                    <label for="user_password">Password</label>
                    ${passwordInput(failed)}
                </div>
                <button class="wide" type="submit" name="sysverb_login" value="login">Sign in</button>
            </form>
        `,
    }
}

function lead(target: ReturnTarget | undefined): Html {
    return target?.application
        ? html`Sign in with your account on this instance to continue to
              <strong>${target.application}</strong>.`
        : html`Sign in with your account on this instance.`
}

function problem({ refusedName, stale }: LoginPage): Html | null {
    if (stale) {
        return html`<div class="alert" role="alert">
            <p>This page has expired. Please sign in again.</p>
        </div>`
    }
    if (refusedName === null) return null
    return html`<div class="alert" role="alert" id="problem">
        <p>${REFUSED}. Check your credentials and try again.</p>
    </div>`
}

function userNameInput(refusedName: string | null): Html {
    const state =
        refusedName === null
            ? html`autofocus`
            : html`value="${refusedName}" aria-invalid="true" aria-describedby="problem"`
    return html`<input
        id="user_name"
        name="user_name"
        type="text"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        ${state}
    />`
}

function passwordInput(failed: boolean): Html {
    return html`<input
        id="user_password"
        name="user_password"
        type="password"
        autocomplete="current-password"
        required
        ${failed && html`autofocus aria-invalid="true" aria-describedby="problem"`}
    />`
}
