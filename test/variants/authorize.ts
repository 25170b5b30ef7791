import { Browser, type Visit } from '../../examples/sign-in-flow/browser'
import { createPkce } from '../../examples/sign-in-flow/pkce'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import type { DeployedInstance } from '../support/deployed-instance'

/** How an authorization request ended. */
export interface Ending extends Visit {
    code: string
    /** Of the challenge that was sent, unless the parameters say otherwise. */
    verifier: string
}

/**
 * Sends `abel.tuter` through sign-in and consent, and stops at the redirect to the client or at a page that is
 * neither. `null` leaves a parameter out.
 */
export async function authorize(
    { url }: DeployedInstance,
    parameters: Record<string, string | null> = {}
): Promise<Ending> {
    const { verifier, challenge } = createPkce()
    const all: Record<string, string | null> = {
        client_id: OPENFIN_CLIENT_ID,
        redirect_uri: `${url}/oauth_redirect.do`,
        response_type: 'code',
        state: 'st-1',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...parameters,
    }
    const query = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
    const browser = new Browser()
    const toClient = (location: string) => !/\/(login|oauth_auth)\.do/.test(location)
    let visit = await browser.follow(
        await browser.open(`${url}/oauth_auth.do?${new URLSearchParams(query)}`),
        toClient
    )
    if (visit.html.includes('name="user_password"')) {
        const credentials = { user_name: 'abel.tuter', user_password: 'abel.tuter' }
        visit = await browser.follow(await browser.submit(visit, credentials), toClient)
    }
    if (visit.html.includes('>Allow</button>')) visit = await browser.submit(visit, {}, 'Allow')
    const code = visit.location ? new URL(visit.location).searchParams.get('code') : null
    return { ...visit, code: code ?? '', verifier }
}
