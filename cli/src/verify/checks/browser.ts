import { OPENFIN_CLIENT_ID } from '../../../../setup/packaged'
import type { Context } from '../context'
import { CheckSkipped, hold } from '../results'
import { USER_INFO } from '../wire'
import { NO_TOKEN } from './session'

/** Time for the page's answers after all other checks, in ms. */
const PATIENCE_MS = 1000

/** Has the last page of the sign-in call the app's API, as a page of an app does. @returns the statuses that it could read */
export function beginBrowserReads({ loopback, instanceUrl, route }: Context): Promise<number[]> {
    const form = `grant_type=refresh_token&client_id=${OPENFIN_CLIENT_ID}&refresh_token=${NO_TOKEN}`
    const open = {
        method: 'POST',
        url: instanceUrl + route.tokens,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: form,
    }
    const signedIn = {
        method: 'GET',
        url: instanceUrl + USER_INFO,
        headers: { Authorization: `Bearer ${NO_TOKEN}` },
    }
    // The instance's own endpoints allow the origins of apps, not this one.
    return loopback.probe(instanceUrl, route.name === 'proxy' ? [signedIn, open] : [signedIn])
}

/** What the person's browser could read; one without scripts does not tell. */
export async function checkBrowserReads(context: Context, reads: Promise<number[]>): Promise<void> {
    await context.results.run('browser_reads', async () => {
        const statuses = await Promise.race([reads, context.pause(PATIENCE_MS)])
        if (!statuses) throw new CheckSkipped('The browser did not tell what it could read.')
        hold(!statuses.includes(0), 'The browser lets a page of an allowed origin read no answer.')
        hold(statuses[0] === 401, `user_info answers ${statuses[0]} to an invalid token.`)
        const wanted = statuses.length < 2 || statuses[1] === 400
        hold(wanted, `request_tokens answers ${statuses[1]} to an invalid token.`)
        return `A page in the browser could read the errors of the app's API (${statuses.join(', ')}).`
    })
}
