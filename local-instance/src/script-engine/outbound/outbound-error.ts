/** A fault of an outbound request that is described to the script in its own words. */
export class OutboundError extends Error {
    readonly code = 'outbound'
}
