declare global {
    interface Window {
        /** The session's token, which requests carry as `X-UserToken`. */
        g_ck?: string
    }
}

/** Origin of the instance that serves the page. */
export const INSTANCE_URL = window.location.origin

/** How requests are sent: with the session of the user who looks. */
export const SESSION = { userToken: window.g_ck ?? '' }

/** Language of the page (BCP 47), as the user has chosen it. */
export const LANGUAGE = document.documentElement.lang || 'en'
