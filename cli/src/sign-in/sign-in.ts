import input from '@inquirer/input'
import password from '@inquirer/password'
import select from '@inquirer/select'
import openInBrowser from 'open'
import { Failure } from '../failure'
import type { Io } from '../io'
import { basic, bearer, byEnvironment } from './environment'
import { byBrowser } from './oauth'
import type { Session } from './session'

/**
 * Signs in: with the environment, or by questions where there is a terminal. OAuth comes first; Basic authentication is
 * being restricted on the platform (DOCS basic-auth-restriction).
 *
 * @throws Failure
 */
export async function signIn(io: Io, instanceUrl: string): Promise<Session> {
    const session = await byEnvironment(io, instanceUrl)
    if (session) return session
    if (!io.isTerminal) {
        throw new Failure(
            'not_signed_in',
            'No credentials, and no terminal to ask for them. Set SN_ACCESS_TOKEN, or SN_SDK_OAUTH_CLIENT_ID and SN_SDK_OAUTH_CLIENT_SECRET, or SN_SDK_USER and SN_SDK_USER_PWD.'
        )
    }
    return byQuestions(io, instanceUrl)
}

async function byQuestions(io: Io, instanceUrl: string): Promise<Session> {
    // Questions belong to standard error, so that standard output holds results only.
    const context = { output: process.stderr, signal: io.signal }
    const how = await select(
        {
            message: `Sign in to ${instanceUrl}`,
            choices: [
                { name: 'In the browser (OAuth)', value: 'browser' as const },
                { name: 'With an access token (OAuth)', value: 'token' as const },
                {
                    name: 'With user name and password (Basic)',
                    value: 'basic' as const,
                    description: 'Restricted on newer instances for accounts of people.',
                },
            ],
        },
        context
    )
    if (how === 'token') {
        return bearer(io, (await password({ message: 'Access token', mask: true }, context)).trim())
    }
    if (how === 'basic') {
        const userName = await input({ message: 'User name', required: true }, context)
        return basic(io, userName.trim(), await password({ message: 'Password', mask: true }, context))
    }
    return byBrowser(io, instanceUrl, {
        async open(url) {
            io.note(`open ${url}`)
            try {
                await openInBrowser(url)
            } catch {
                io.note('The browser could not be opened. Open the address yourself.')
            }
        },
        askCode: () => password({ message: 'Code that the page shows', mask: true }, context),
    })
}

/** What to try where an instance rejected the credentials. */
export function rejectionHint({ by }: Session): string {
    if (by === 'token') return 'The access token is wrong or has expired.'
    if (by !== 'basic') return 'The access token that the instance issued is not accepted for its REST APIs.'
    return 'User name or password is wrong, or the instance restricts Basic authentication for accounts of people. Use OAuth then: SN_ACCESS_TOKEN, or SN_SDK_OAUTH_CLIENT_ID and SN_SDK_OAUTH_CLIENT_SECRET.'
}
