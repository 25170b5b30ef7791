import { Browser, type Visit } from '../sign-in-flow/browser'
import type { Connection } from './register-provider'

/** Grants consent at the provider as a user would, over plain HTTP; returns the last page. */
export async function giveConsent(
    client: { url: string },
    { requestor, profile, table = 'sys_rest_message' }: Connection,
    person: (browser: Browser, atProvider: Visit) => Promise<string>
): Promise<{ status: number; html: string }> {
    const browser = new Browser()
    const own = (location: string) => !location.startsWith(client.url)
    const query = new URLSearchParams({
        oauth_requestor_context: table,
        oauth_requestor: requestor,
        oauth_provider_profile: profile,
        response_type: 'code',
    })
    const signIn = await browser.follow(await browser.open(`${client.url}/oauth_initiator.do?${query}`), own)
    const leaving = await browser.follow(
        await browser.submit(signIn, { user_name: 'admin', user_password: 'admin' }),
        own
    )
    if (!leaving.location) throw new Error(`the consent did not begin: status ${leaving.status}`)
    const back = await person(browser, await browser.open(leaving.location))
    return browser.open(back)
}

/** Signs in and grants consent at another instance; returns the redirect back. */
export async function allowAtInstance(
    provider: { url: string },
    browser: Browser,
    page: Visit
): Promise<string> {
    const leaves = (location: string) => !location.startsWith(provider.url)
    const signIn = await browser.follow(page, leaves)
    const consent = await browser.follow(
        await browser.submit(signIn, { user_name: 'beth.anglin', user_password: 'beth.anglin' }),
        leaves
    )
    const done = await browser.submit(consent, {}, 'Allow')
    if (!done.location) throw new Error(`no way back: status ${done.status}`)
    return done.location
}
