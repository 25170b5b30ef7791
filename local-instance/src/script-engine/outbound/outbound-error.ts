/** A failure of an outbound request whose message is passed to the script. */
export class OutboundError extends Error {
    readonly code = 'outbound'
}
