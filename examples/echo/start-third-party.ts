import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

/** Settings of the third party; lifespans in seconds. */
export interface ThirdPartySettings {
    clientId: string
    clientSecret: string
    redirectUri: string
    accessTokenS: number
    refreshTokenS: number
    /** Where the client id and secret are sent; default: in the body. */
    credentialsIn?: 'body' | 'header'
    /** ms since 1970; default: the system clock. */
    now?: number
}

/** A running authorization server that rotates refresh tokens and revokes a grant on reuse. */
export interface ThirdParty {
    issuer: string
    /** Moves its clock. */
    advance(seconds: number): Promise<void>
    /** ms since 1970 on its clock. */
    now(): Promise<number>
    close(): Promise<void>
}

/** Starts it in a process of its own. @param root root folder of the project */
export async function startThirdParty(root: string, settings: ThirdPartySettings): Promise<ThirdParty> {
    const script = join(root, 'examples/echo/third-party.mjs')
    const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
        stdio: ['pipe', 'pipe', 'inherit'],
    })
    const ended = once(child, 'close')
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const next = async (): Promise<string> => {
        const { value, done } = (await lines.next()) as IteratorResult<string, undefined>
        if (done) throw new Error('the third party ended')
        return value
    }
    const ask = async (seconds: number): Promise<number> => {
        child.stdin.write(`${JSON.stringify({ advance_s: seconds })}\n`)
        return Number(await next())
    }
    const issuer = /^ready (\S+)$/.exec(await next())?.[1]
    if (!issuer) throw new Error('the third party did not start')
    return {
        issuer,
        async advance(seconds) {
            await ask(seconds)
        },
        now: () => ask(0),
        async close() {
            child.stdin.end()
            await ended
        },
    }
}
