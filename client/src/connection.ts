import { log } from './logging'
import { executeApiRequest, type ExecuteArguments } from './page/execute'
import { rawSender, SEND_RAW } from './page/raw-call'
import type { WorkerLink } from './page/worker-link'
import type { User } from './protocol'
import type { ConnectSettings } from './types/connect-options'
import type { ServiceNowConnection } from './types/connection'

/** What the page gets of a signed-in session: the user, and a way to the worker. */
export function createConnection(
    link: WorkerLink,
    user: User,
    { clientId, instanceUrl, revoke }: ConnectSettings
): ServiceNowConnection {
    const send = rawSender(link)
    let left: Promise<void> | undefined
    const connection: ServiceNowConnection = {
        clientId,
        currentUser: user,
        instanceUrl,
        executeApiRequest: (...call: unknown[]) => executeApiRequest(send, call as ExecuteArguments),
        disconnect: () =>
            (left ??= link.leave(revoke).then(() => log('info', `disconnected from ${instanceUrl}`))),
    }
    return Object.defineProperty(connection, SEND_RAW, { value: send })
}
