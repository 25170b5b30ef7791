import { log } from './logging'
import { executeApiRequest, type ExecuteArguments } from './page/execute'
import { rawSender, SEND_RAW, type SendRaw } from './page/raw-call'
import type { WorkerLink } from './page/worker-link'
import type { User } from './protocol'
import type { ConnectSettings } from './types/connect-options'
import type { ServiceNowConnection } from './types/connection'

/** A connection of this page that was made by the positional form. */
interface Positional {
    /** When it was last used. */
    last: number
    /** Revokes what it may, and ends. */
    leave(): Promise<void>
    /** The one before it, to the same instance and client. */
    earlier: Positional | undefined
}

/** The latest, by instance and client. */
const positional = new Map<string, Positional>()

/** Counts connections and calls, to know which came first. */
let moment = 0

/**
 * What the page gets of a signed-in session: the user, and a way to the worker.
 *
 * Programs for @openfin/servicenow connect anew without a `disconnect()` before, and its next `disconnect()` revokes all
 * the same, since an instance gives a user the same tokens again. So one of the positional form takes those with it that
 * were not used since it was made.
 *
 * @param address as the positional form was given it
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
