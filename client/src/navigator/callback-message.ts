/** What the callback page sends back. */
export interface CallbackMessage {
    type: typeof CALLBACK_MESSAGE
    /** The address that the instance sent the popup to, with code or error. */
    url: string
}

/** Kind of that message, so that others between the same windows are left alone. */
export const CALLBACK_MESSAGE = 'openfin-servicenow:callback'

/** The BroadcastChannel of one sign-in; who does not know its state cannot send there. */
export const channelName = (state: string): string => `openfin-servicenow:${state}`
