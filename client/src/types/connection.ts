/* eslint-disable @typescript-eslint/no-explicit-any -- programs that were written for @openfin/servicenow count on it */
import type { ServiceNowEntities } from './service-now-entities'

/**
 * Result of an API call. A type alias, as the others here, so that it is assignable to a record of unknowns.
 */
export type ServiceNowRestApiResponse<T = unknown> = {
    /**
     * The `result` of JSON, or all of the JSON if there is no `result` or it is empty; a string for other
     * text, and an `ArrayBuffer` for everything else. Absent if there is no body.
     */
    data?: T
    /** HTTP status, 200 to 299. */
    status: number
    /** Complete `Content-Type` of the response; absent without `data`. */
    type?: string
}

/** A successful response of the REST APIs, before `result` is extracted. */
export type ServiceNowRestApiResult<T> = {
    result: T
}

/** Error details of the REST APIs. */
export type ServiceNowRestApiError = {
    detail: string | null
    message: string
}

/** Response of the REST APIs to a failed call; `data` of an `ApiRequestError`. */
export type ServiceNowRestApiErrorResponse = {
    error: ServiceNowRestApiError
    status: 'failure'
}

/**
 * HTTP methods of `executeApiRequest`, in upper or lower case. The type accepts any string, since methods
 * often come from configuration.
 */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | (string & Record<never, never>)

/**
 * Header names to values, which are converted to strings; also an array of `{ name, value }`, an array of
 * pairs, or `Headers`.
 */
export type ApiRequestHeaders = Record<string, any>

/** Options of one API call. */
export interface ApiRequestOptions {
    /** Default: `GET`. */
    method?: HttpMethod
    /** Body: strings, Blobs and bytes as they are, everything else as JSON. */
    data?: unknown
    /** Requests a response without a body (`X-no-response-body`). */
    suppressResponseBody?: boolean
    /** Header names to values. `Authorization` and `Cookie` are rejected: the session sets its own. */
    headers?: ApiRequestHeaders
    /** Cancels the call, which rejects with the signal's reason. */
    signal?: AbortSignal
    /** Time limit of the call in milliseconds, up to 2147483647; default: none. */
    timeoutMs?: number
    /**
     * Further attempts after a network fault, 429 or 503, up to 10; default: 2 for `GET`, 0 for other
     * methods.
     */
    retry?: number
}

/** A signed-in user's connection to an instance. */
export type ServiceNowConnection = {
    /** Client id of the connection. */
    clientId: string
    /** The signed-in user, as far as that user may read the own record. */
    currentUser: ServiceNowEntities.Core.User
    /** URL of the instance: as passed to the positional form of `connect`, else its origin. */
    instanceUrl: string

    /**
     * Calls a REST API of the instance as the user, with options beyond the positional form.
     *
     * @typeParam T type of `data`
     * @param endpoint path with query, such as `/api/now/v2/table/incident?sysparm_limit=10`
     * @throws ParameterError for a URL outside the instance, malformed headers or credentials in them, and
     * other invalid arguments
     * @throws AuthTokenExpiredError when the session has ended; connect again
     * @throws ApiRequestError for any other failure; `status` is that of the response
     */
    executeApiRequest<T = unknown>(
        endpoint: string,
        options: ApiRequestOptions | HttpMethod | undefined,
        data?: any,
        suppressResponseBody?: boolean,
        headers?: any
    ): Promise<ServiceNowRestApiResponse<T>>

    /**
     * Not callable. It makes a mock that implements only the positional form assignable to this type, and
     * infers the types of its parameters: `async (endpoint, method, data) => …`.
     *
     * @internal
     */
    executeApiRequest<T = unknown>(
        endpoint: never,
        method?: any,
        data?: any,
        suppressResponseBody?: boolean,
        headers?: any
    ): Promise<ServiceNowRestApiResponse<T>>

    /**
     * Calls a REST API of the instance as the user.
     *
     * @typeParam T type of `data`
     * @param endpoint path with query, such as `/api/now/v2/table/incident?sysparm_limit=10`
     * @param method default: `GET`
     * @param data body: strings, Blobs and bytes as they are, everything else as JSON
     * @param suppressResponseBody requests a response without a body (`X-no-response-body`)
     * @param headers header names to values; `Authorization` and `Cookie` are ignored
     * @throws ParameterError for a URL outside the instance, malformed headers, and other invalid arguments
     * @throws AuthTokenExpiredError when the session has ended; connect again
     * @throws ApiRequestError for any other failure; `status` is that of the response
     */
    executeApiRequest<T = unknown>(
        endpoint: string,
        method?: HttpMethod,
        data?: any,
        suppressResponseBody?: boolean,
        headers?: ApiRequestHeaders
    ): Promise<ServiceNowRestApiResponse<T>>

    /**
     * Ends the connection: its worker deletes the tokens, and the instance revokes them if no other
     * connection uses them. A second call does nothing.
     */
    disconnect(): Promise<void>
}
