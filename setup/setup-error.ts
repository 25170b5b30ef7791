/** Stable error code. The first seven are detected before any request to the instance. */
export type SetupErrorCode =
    | 'invalid_instance_url'
    | 'no_origin'
    | 'invalid_origin'
    | 'invalid_callback_url'
    | 'invalid_api'
    | 'invalid_route'
    | 'interrupted'
    | 'unreachable'
    | 'not_authenticated'
    | 'not_authorized'
    | 'request_failed'
    | 'app_missing'
    | 'registration_missing'
    | 'table_api_missing'
    | 'api_missing'
    | 'column_missing'
    | 'direct_route_unavailable'
    | 'not_stored'
    | 'timed_out'

/** The setup failed. Earlier changes stay; running it again continues from there. */
export class SetupError extends Error {
    /** HTTP status of the response; undefined without one. */
    readonly status: number | undefined

    constructor(
        readonly code: SetupErrorCode,
        message: string,
        { status, ...options }: { cause?: unknown; status?: number } = {}
    ) {
        super(message, options)
        this.name = 'SetupError'
        this.status = status
    }
}
