import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

/** A client of the authorization server; lifespans in seconds. */
export interface ProviderClient {
    id: string
    secret: string
    redirectUri: string
    accessTokenS: number
    /** Null: client credentials grant, without a refresh token. */
    refreshTokenS: number | null
    /** True: a refresh does not move the expiry. */
    endsWithConsent: boolean
}

/** A valid refresh token. */
export interface LivingToken {
    client: string
    /** SHA-256, in hexadecimal. */
    token: string
}

/** The running authorization server. */
export interface Provider {
    issuer: string
    /** Sets its clock, ms since 1970. */
    setClock(ms: number): Promise<void>
    /** Revokes a client's grants, as an administrator can. */
    revoke(clientId: string): Promise<void>
    /** Refresh tokens that are neither used up nor expired. */
    living(): Promise<LivingToken[]>
    close(): Promise<void>
}

/** Starts it in a process of its own. @param root root folder of the project */
export async function startProvider(
    root: string,
    settings: { now: number; clients: ProviderClient[] }
): Promise<Provider> {
    const script = join(root, 'examples/year/provider.mjs')
    const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
        stdio: ['pipe', 'pipe', 'inherit'],
    })
    const ended = once(child, 'close')
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const next = async (): Promise<string> => {
        const { value, done } = (await lines.next()) as IteratorResult<string, undefined>
        if (done) throw new Error('the provider ended')
        return value
    }
    // Responses come in the order of the commands, so each waits for the previous one.
    let last: Promise<unknown> = Promise.resolve()
    const ask = <T>(command: object): Promise<T> => {
        const answer = last.then(async () => {
            child.stdin.write(`${JSON.stringify(command)}\n`)
            return JSON.parse(await next()) as T
        })
        last = answer.catch(() => undefined)
        return answer
    }
    const issuer = /^ready (\S+)$/.exec(await next())?.[1]
    if (!issuer) throw new Error('the provider did not start')
    return {
        issuer,
        async setClock(ms) {
            await ask({ now: ms })
        },
        async revoke(clientId) {
            const { revoked } = await ask<{ revoked: number }>({ revoke: clientId })
            if (revoked === 0) throw new Error(`no grant exists for ${clientId}`)
        },
        living: async () => (await ask<{ living: LivingToken[] }>({ living: true })).living,
        async close() {
            child.stdin.end()
            await ended
        },
    }
}
