import { log } from './logging'
import { executeApiRequest, type ExecuteArguments } from './page/execute'
import { rawSender, SEND_RAW, type SendRaw } from './page/raw-call'
import type { WorkerLink } from './page/worker-link'
import type { User } from './protocol'
import type { ConnectSettings } from './types/connect-options'
import type { ServiceNowConnection } from './types/connection'

/** A connection that the positional form of `connect` created. */
interface Positional {
    /** Position of its last use in the order of connections and calls. */
    last: number
    /** Revokes tokens as configured, and ends the connection. */
    leave(): Promise<void>
    /** The previous connection to the same instance and client. */
    earlier: Positional | undefined
}

/** The latest connection, by instance and client. */
const positional = new Map<string, Positional>()

/** Counts connections and calls, to order them. */
let moment = 0

/**
 * Creates the connection object of a signed-in session.
 *
 * Programs written for @openfin/servicenow may connect again without calling `disconnect()`. There, the next
 * `disconnect()` revokes the tokens of both connections, because an instance issues a user the same tokens
 * again. A connection of the positional form therefore also ends the earlier ones that have not been used
 * since it was created.
 *
 * @param address `instanceUrl` as passed to the positional form
 */
export function createConnection(
    link: WorkerLink,
    user: User,
    { clientId, instanceUrl, revoke }: ConnectSettings,
    address?: string
): ServiceNowConnection {
    const to = instanceUrl + clientId
    const since = ++moment
    let left: Promise<void> | undefined
    const own: Positional = {
        last: since,
        leave: () =>
            (left ??= link.leave(revoke).then(() => log('info', `disconnected from ${instanceUrl}`))),
        earlier: undefined,
    }
    if (address) {
        own.earlier = positional.get(to)
        positional.set(to, own)
    }
    const sendRaw = rawSender(link)
    const send: SendRaw = (request) => {
        own.last = ++moment
        return sendRaw(request)
    }
    const connection: ServiceNowConnection & { [SEND_RAW]: SendRaw } = {
        [SEND_RAW]: send,
        clientId,
        currentUser: user,
        instanceUrl: address ?? instanceUrl,
        executeApiRequest: (...call: unknown[]) => executeApiRequest(send, call as ExecuteArguments),
        async disconnect() {
            for (let { earlier } = own; earlier; { earlier } = earlier)
                if (earlier.last < since) await earlier.leave()
            await own.leave()
        },
    }
    return connection
}
