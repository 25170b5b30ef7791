import { ParameterError } from '../errors'
import { SEND_RAW, type SendRaw } from '../page/raw-call'

/** A connection of `connect()`. */
export interface Connection {
    /** URL of the instance. */
    readonly instanceUrl: string
}

/** Origin of a connection's instance. */
export const originOf = ({ instanceUrl }: Connection): string => new URL(instanceUrl).origin

/**
 * The sender of a connection.
 * @throws ParameterError for an object that is not a connection of this package
 */
export function senderOf(connection: Connection): SendRaw {
    const send = (connection as { [SEND_RAW]?: SendRaw } | undefined)?.[SEND_RAW]
    if (!send) throw new ParameterError('connection must come from connect()')
    return send
}
