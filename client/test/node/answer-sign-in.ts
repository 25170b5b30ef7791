import { Browser } from '../../../examples/sign-in-flow/browser'
import { REDIRECT_URI } from './signed-in'

/** The user's actions. */
export interface Person {
    userName: string
    consent?: 'Allow' | 'Deny'
    /** A browser that may already be signed in; default a new one. */
    browser?: Browser
}

/**
 * Signs in and submits the consent page over plain HTTP, like a user's browser.
 *
 * @returns the URL of the app that the instance redirects to
 */
export async function answerSignIn(
    url: string,
    { userName, consent = 'Allow', ...rest }: Person
): Promise<string> {
    const { browser = new Browser() } = rest
    const isDone = (location: string) => location.startsWith(REDIRECT_URI)
    let page = await browser.follow(await browser.open(url), isDone)
    if (page.html.includes('user_password')) {
        const credentials = { user_name: userName, user_password: userName }
        page = await browser.follow(await browser.submit(page, credentials), isDone)
    }
    const end = await browser.follow(await browser.submit(page, {}, consent), isDone)
    if (!end.location) throw new Error(`no redirect: status ${end.status}`)
    return end.location
}
