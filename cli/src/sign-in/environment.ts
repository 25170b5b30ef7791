import { Buffer } from 'node:buffer'
import { Failure } from '../failure'
import type { Io } from '../io'
import { byClientCredentials } from './oauth'
import type { Session } from './session'

/**
 * Signs in with what the environment holds: `SN_ACCESS_TOKEN`, then the variables that now-sdk uses in CI.
 *
 * @returns null if it holds nothing
 * @throws Failure if it holds a part only, or the instance rejects it
 */
export async function byEnvironment(io: Io, instanceUrl: string): Promise<Session | null> {
    const value = (name: string) => io.env[name]?.trim() || undefined
    const token = value('SN_ACCESS_TOKEN')
    if (token !== undefined) return bearer(io, token)
    const clientId = value('SN_SDK_OAUTH_CLIENT_ID')
    const userName = value('SN_SDK_USER')
    // Secrets may begin or end with a space.
    const clientSecret = io.env['SN_SDK_OAUTH_CLIENT_SECRET'] || undefined
    const password = io.env['SN_SDK_USER_PWD'] || undefined
    for (const secret of [clientSecret, password]) if (secret !== undefined) io.hide(secret)
    const given = value('SN_SDK_AUTH_TYPE')
    const type = given ?? (clientId !== undefined ? 'oauth' : 'basic')
    if (type === 'oauth') {
        if (clientId === undefined || clientSecret === undefined) {
            throw missing('oauth', ['SN_SDK_OAUTH_CLIENT_ID', 'SN_SDK_OAUTH_CLIENT_SECRET'])
        }
        return byClientCredentials(io, instanceUrl, { clientId, clientSecret })
    }
    if (type !== 'basic') throw new Failure('invalid_credentials', 'SN_SDK_AUTH_TYPE must be oauth or basic.')
    if (given === undefined && userName === undefined && password === undefined) return null
    if (userName === undefined || password === undefined) {
        throw missing('basic', ['SN_SDK_USER', 'SN_SDK_USER_PWD'])
    }
    return basic(io, userName, password)
}

/** An access token. @throws Failure if it cannot stand in a header */
export function bearer(io: Io, token: string): Session {
    io.hide(token)
    if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new Failure('invalid_credentials', 'The access token has characters that no token has.')
    }
    return { authorization: `Bearer ${token}`, by: 'token' }
}

/** User name and password (RFC 7617). @throws Failure if the name holds a colon */
export function basic(io: Io, userName: string, password: string): Session {
    io.hide(password)
    if (userName.includes(':')) {
        throw new Failure('invalid_credentials', 'A user name cannot contain a colon.')
    }
    const encoded = Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')
    io.hide(encoded)
    return { authorization: `Basic ${encoded}`, by: 'basic' }
}

function missing(type: string, names: readonly string[]): Failure {
    return new Failure('invalid_credentials', `Authentication of type ${type} needs ${names.join(' and ')}.`)
}
