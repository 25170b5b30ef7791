import { inspect } from 'node:util'
import { ApiError } from '../../src/errors'
import { createServiceNowAuth, type ServiceNowAuth, type ServiceNowAuthOptions } from '../../src/node'
import type { ScriptedInstance } from './scripted-instance'

export const REDIRECT_URI = 'https://app.example.com/callback'

/** The server side of an app, with a frozen clock that tests advance. */
export interface App {
    auth: ServiceNowAuth
    clock: { ms: number }
    /** Signs in and returns the key. */
    signIn(): Promise<string>
}

export function startApp(instance: ScriptedInstance, options: Partial<ServiceNowAuthOptions> = {}): App {
    const clock = { ms: 1_000_000 }
    const auth = createServiceNowAuth({
        instanceUrl: instance.url,
        clientId: 'a-client',
        redirectUri: REDIRECT_URI,
        now: () => clock.ms,
        ...options,
    })
    return {
        auth,
        clock,
        async signIn() {
            const { key } = await auth.handleCallback(await callback(auth))
            return key
        },
    }
}

/** Starts a sign-in and returns its callback URL. */
export async function callback(
    auth: ServiceNowAuth,
    parameters: Record<string, string> = { code: 'a-code' }
) {
    const state = new URL(await auth.authorizationUrl()).searchParams.get('state') ?? ''
    return `/callback?${new URLSearchParams({ ...parameters, state })}`
}

/** Secrets that errors must not contain: the tokens, codes and secrets of these tests. */
const SECRETS = /-refresh|first|second|third|a-code|a-secret|Bearer/

/**
 * The `code`, or `code status`, that a promise is rejected with; checks that the error contains no secret,
 * nested ones included.
 */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
    const error = await promise.then(
        () => new Error('not rejected'),
        (reason: unknown) => reason
    )
    if (!(error instanceof ApiError)) throw error
    const seen = inspect(error, { depth: Infinity, showHidden: true, getters: true })
    // The stack may contain names of tests and files, which are not secrets.
    const text = seen.replaceAll(/^\s+at .*$/gm, '')
    if (SECRETS.test(text) || SECRETS.test(JSON.stringify(error))) throw new Error(`a secret is in: ${text}`)
    return error.status === undefined ? error.code : `${error.code} ${error.status}`
}
