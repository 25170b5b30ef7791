import assert from 'node:assert/strict'
import type { Records } from 'openfin-servicenow-local-instance'
import { OPENFIN_CLIENT_ID } from '../../setup/packaged'
import { MARK } from './authorization-inputs'

/** Creates registrations of all kinds; returns the redirect URIs of each. */
export function register(records: Records, url: string) {
    const usual = { type: 'client', active: 'true', public_client: 'true', use_pkce: 'true' }
    const addresses = 'https://app.example/cb,https://app.example/cb?a=b, app.scheme:/cb,/sdk-oauth.do'
    const clients: Record<string, Record<string, string>> = {
        asks: { redirect_url: addresses, name: `<${MARK}>"'&`, logo_url: `javascript:${MARK}` },
        'at-once': { redirect_url: addresses, skip_authorize: 'true' },
        confidential: {
            redirect_url: 'https://app.example/cb',
            public_client: 'false',
            skip_authorize: 'true',
            use_pkce: 'false',
        },
        inactive: { redirect_url: addresses, active: 'false' },
        script: {
            redirect_url: 'javascript:alert(1),data:text/html;x,https://app.example/cb#x',
            skip_authorize: 'true',
        },
    }
    for (const [id, values] of Object.entries(clients)) {
        records.insert('oauth_entity', { name: id, ...usual, client_id: id, ...values })
    }
    const asList = (text = '') => text.split(',').map((one) => one.trim())
    return {
        [OPENFIN_CLIENT_ID]: [`${url}/oauth_redirect.do`],
        asks: asList(addresses),
        'at-once': asList(addresses),
        confidential: ['https://app.example/cb'],
    }
}

/** The cookie of a session of abel.tuter. */
export async function signedIn(url: string): Promise<string> {
    const page = await fetch(`${url}/login.do`)
    const token = /name="sysparm_ck" value="([^"]*)"/.exec(await page.text())?.[1] ?? ''
    const answer = await fetch(`${url}/login.do`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: cookieOf(page), origin: url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
            sysparm_ck: token,
            user_name: 'abel.tuter',
            user_password: 'abel.tuter',
        }).toString(),
    })
    assert.equal(answer.status, 303, 'the sign-in failed')
    return cookieOf(answer)
}

function cookieOf(response: Response): string {
    return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1)[0])
        .join('; ')
}
