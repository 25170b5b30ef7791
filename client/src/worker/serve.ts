import type { AnswerValue, Failure, InitMessage, PageMessage, WorkerAnswer } from '../protocol'
import { callApi, type Call } from './api-request'
import { closeConnection, Phase, type Connection } from './connection'
import { env } from './env'
import { disconnected, expired, fail, refuse } from './fail'
import { createSession, EXPIRED, masker, type Session } from './session'
import { beginSignIn, finishSignIn, join } from './sign-in'

/** The port to a page: the dedicated worker's own scope, or a port of a shared worker. */
export interface ConnectionPort {
    postMessage(message: unknown): void
    onmessage: ((event: MessageEvent) => void) | null
}

/** The failure for an unexpected error: the message does not conform to the protocol. */
const MALFORMED: Failure = { kind: 'parameter', code: 'invalid_parameter' }

/**
 * Serves pages. The first message pins the worker to an instance, a client, a redirect URL and a token route.
 * Messages before it, with other pins, or of an unknown type are rejected.
 */
export function createService(): (port: ConnectionPort) => void {
    let session: Session | undefined
    return (port) => {
        const connection: Connection = {
            phase: Phase.New,
            calls: new Set(),
            expire() {
                connection.phase = Phase.Expired
                port.postMessage(EXPIRED)
            },
        }
        port.onmessage = ({ data, ports: [reply] }) => {
            if (reply) void answer(connection, data as PageMessage, reply)
        }
    }

    /** Sends the one reply to a message. Only API data could contain a token, and they are already masked. */
    async function answer(connection: Connection, message: PageMessage, reply: MessagePort): Promise<void> {
        const call = new AbortController()
        const mask = session ? masker(session) : String
        let result: WorkerAnswer
        reply.onmessage = () => call.abort()
        connection.calls.add(call)
        try {
            const value = await handle(connection, message, {
                signal: call.signal,
                notify: (progress) => reply.postMessage(progress),
            })
            result = { ok: true, ...value }
        } catch (error) {
            result = { ok: false, error: (error as Failure).kind ? (error as Failure) : MALFORMED }
        }
        connection.calls.delete(call)
        const { body, ...rest } = result as AnswerValue
        reply.postMessage({ ...JSON.parse(mask(JSON.stringify(rest))), body })
        reply.close()
    }

    async function handle(connection: Connection, message: PageMessage, call: Call): Promise<AnswerValue> {
        const { phase } = connection
        if (message.type === 'init') return init(connection, message)
        if (!session) return disconnected()
        switch (message.type) {
            case 'begin':
                return beginSignIn(session, connection, message)
            case 'finish':
                return (connection.finishing = finishSignIn(session, connection, message))
            case 'request':
                if (phase === Phase.Expired) expired()
                if (phase !== Phase.Open) disconnected()
                return callApi(session, message, call)
            case 'disconnect':
                await closeConnection(session, connection, message.revoke)
                return {}
            default:
                return refuse()
        }
    }

    /** Opens a connection to the worker's instance. */
    function init(connection: Connection, message: InitMessage): AnswerValue {
        const { pins, alive } = message
        // Web Crypto, which the PKCE challenge needs, is missing outside secure contexts.
        if (!env.crypto.subtle) return fail('initialization', 'worker_blocked')
        if (connection.phase || new URL(pins.instanceUrl).origin !== pins.instanceUrl) refuse()
        const current = (session ??= createSession(pins))
        if (JSON.stringify(current.pins) !== JSON.stringify(pins)) refuse()
        connection.phase = Phase.Ready
        // The page holds the lock as long as it exists.
        const whenGone = async () =>
            env.navigator.locks!.request(alive!, () => closeConnection(current, connection, 'never'))
        if (alive) whenGone().catch(() => {})
        return join(current, connection)
    }
}
