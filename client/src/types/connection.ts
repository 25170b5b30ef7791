import type { ServiceNowEntities } from './service-now-entities'
import type { ApiRequestHeaders } from './api-request-headers'
import type { HttpMethod } from './http-method'

/** What an API call answers. */
export interface ServiceNowRestApiResponse<T = unknown> {
    /** The answer's `result` where it has one, else its body; undefined where there is none. */
    data?: T
    /** HTTP status, 200 to 299. */
    status: number
    /** Media type of the body, without its parameters. */
    type?: string
}

/** Options of one API call. */
export interface ApiRequestOptions {
    /** `GET` unless given. */
    method?: HttpMethod
    /** Body, sent as JSON. */
    data?: unknown
    /** Asks the instance to answer without a body (`X-no-response-body`). */
    suppressResponseBody?: boolean
    /** Header names to values; `Authorization` and `Cookie` are the session's own, and refused. */
    headers?: ApiRequestHeaders
    /** Ends the call, which then rejects with the signal's reason. */
    signal?: AbortSignal
    /** How long the call may take, in milliseconds, up to 2147483647; no limit unless given. */
    timeoutMs?: number
    /** Attempts after a network fault, 429 or 503, up to 10; 2 for `GET` and 0 for other methods unless given. */
    retry?: number
}

/** A signed-in user's connection to an instance. */
export interface ServiceNowConnection {
    /** Client id that the connection was made with. */
    readonly clientId: string
    /** The signed-in user, as far as that user may read the own record. */
    readonly currentUser: ServiceNowEntities.Core.User
    /** Origin of the instance. */
    readonly instanceUrl: string

    /**
     * Calls a REST API of the instance as the user.
     *
     * @typeParam T what `data` of the answer is
     * @param endpoint path with query, such as `/api/now/v2/table/incident?sysparm_limit=10`
     * @param method `GET` unless given
     * @param data body, sent as JSON
     * @param suppressResponseBody asks the instance to answer without a body
     * @param headers header names to values
     * @throws ParameterError for an address off the instance, malformed headers or credentials in them, and the like
     * @throws AuthTokenExpiredError once the session is over; connect again
     * @throws ApiRequestError for any other failure; `status` is that of the answer
     */
    executeApiRequest<T = unknown>(
        endpoint: string,
        method?: HttpMethod,
        data?: unknown,
        suppressResponseBody?: boolean,
        headers?: ApiRequestHeaders
    ): Promise<ServiceNowRestApiResponse<T>>

    /** Calls a REST API of the instance as the user, with options beyond the positional form. */
    executeApiRequest<T = unknown>(
        endpoint: string,
        options: ApiRequestOptions
    ): Promise<ServiceNowRestApiResponse<T>>

    /**
     * Ends the connection: its worker forgets the tokens, and the instance revokes them where nothing else uses them.
     * A second call does nothing.
     */
    disconnect(): Promise<void>
}
