import { log } from './logging'
import { executeApiRequest, type ExecuteArguments } from './page/execute'
import { rawSender, SEND_RAW, type SendRaw } from './page/raw-call'
import type { WorkerLink } from './page/worker-link'
import type { User } from './protocol'
import type { ConnectSettings } from './types/connect-options'
import type { ServiceNowConnection } from './types/connection'

/** A connection of this page that was made by the positional form. */
interface Positional {
    /** Instance and client. */
    to: string
    /** When it was last used. */
    last: number
    leave(): Promise<void>
}

const positional: Positional[] = []

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
    const earlier = address ? positional.filter((one) => one.to === to) : []
    let left: Promise<void> | undefined
    const own: Positional = {
        to,
        last: since,
        leave: () =>
            (left ??= link.leave(revoke).then(() => log('info', `disconnected from ${instanceUrl}`))),
    }
    if (address) positional.push(own)
    const sendRaw = rawSender(link)
    const send: SendRaw = (request) => {
        own.last = ++moment
        return sendRaw(request)
    }
    const connection: ServiceNowConnection = {
        clientId,
        currentUser: user,
        instanceUrl: address ?? instanceUrl,
        executeApiRequest: (...call: unknown[]) => executeApiRequest(send, call as ExecuteArguments),
        async disconnect() {
            for (const { last, leave } of earlier) if (last < since) await leave()
            await own.leave()
        },
    }
    return Object.defineProperty(connection, SEND_RAW, { value: send })
}
