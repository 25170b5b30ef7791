/** The message of the callback page. */
export interface CallbackMessage {
    type: typeof CALLBACK_MESSAGE
    /** The URL to which the instance redirected the popup, with code or error. */
    url: string
}

/** Type of that message, to distinguish it from other messages between the same windows. */
export const CALLBACK_MESSAGE = 'openfin-servicenow:callback'

/** Name of the BroadcastChannel of one sign-in. Only pages that know its state can send there. */
export const channelName = (state: string): string => `openfin-servicenow:${state}`
