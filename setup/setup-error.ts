/** What went wrong, for programs. The first five are found before anything is asked of the instance. */
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

/** The setup cannot go on. What was changed before stays; running it again goes on from there. */
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
