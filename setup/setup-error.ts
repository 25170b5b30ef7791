/** Stable error code. The first five are detected before any request to the instance. */
export type SetupErrorCode =
    | 'invalid_instance_url'
    | 'no_origin'
    | 'invalid_origin'
    | 'invalid_callback_url'
    | 'invalid_api'
    | 'unreachable'
    | 'not_authenticated'
    | 'not_authorized'
    | 'request_failed'
    | 'app_missing'
    | 'registration_missing'
    | 'table_api_missing'
    | 'api_missing'
    | 'column_missing'
    | 'not_stored'

/** The setup failed. Earlier changes stay; running it again continues from there. */
export class SetupError extends Error {
    constructor(
        readonly code: SetupErrorCode,
        message: string,
        options?: { cause?: unknown }
    ) {
        super(message, options)
        this.name = 'SetupError'
    }
}
