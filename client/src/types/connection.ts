/* eslint-disable @typescript-eslint/no-explicit-any -- programs that were written for @openfin/servicenow count on it */
import type { ServiceNowEntities } from './service-now-entities'

/** What an API call answers. A type alias, as the others here: it is assignable to a record of unknowns. */
export type ServiceNowRestApiResponse<T = unknown> = {
    /**
     * The `result` of JSON, or all of it where that is missing or empty; a string for other text, and an `ArrayBuffer` for
     * everything else. Absent where there is nothing.
     */
    data?: T
    /** HTTP status, 200 to 299. */
    status: number
    /** `Content-Type` of the answer, with its parameters, where there are data. */
    type?: string
}

/** A successful answer of the REST APIs, before `result` is taken out of it. */
export type ServiceNowRestApiResult<T> = {
    result: T
}

/** What the REST APIs say of a failure. */
export type ServiceNowRestApiError = {
    detail: string | null
    message: string
}

/** The REST APIs' answer to a failed call, which an `ApiRequestError` has as `data`. */
export type ServiceNowRestApiErrorResponse = {
    error: ServiceNowRestApiError
    status: 'failure'
}

/**
 * Methods that `executeApiRequest` takes, in upper or lower case. The type takes any string, since methods often come
 * from settings.
 */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | (string & Record<never, never>)

/**
 * Header names to values, which are sent as text; also an array of `{ name, value }`, an array of pairs, or `Headers`.
 */
export type ApiRequestHeaders = Record<string, any>

/** Options of one API call. */
export interface ApiRequestOptions {
    /** `GET` unless given. */
    method?: HttpMethod
    /** Body: text, a Blob and bytes as they are, everything else as JSON. */
    data?: unknown
    /** Asks the instance to answer without a body (`X-no-response-body`). */
    suppressResponseBody?: boolean
    /** Header names to values. `Authorization` and `Cookie` are refused: the session sets its own. */
    headers?: ApiRequestHeaders
    /** Ends the call, which then rejects with the signal's reason. */
    signal?: AbortSignal
    /** How long the call may take, in milliseconds, up to 2147483647; no limit unless given. */
    timeoutMs?: number
    /** Attempts after a network fault, 429 or 503, up to 10; 2 for `GET` and 0 for other methods unless given. */
    retry?: number
}

/** A signed-in user's connection to an instance. */
export type ServiceNowConnection = {
    /** Client id that the connection was made with. */
    clientId: string
    /** The signed-in user, as far as that user may read the own record. */
    currentUser: ServiceNowEntities.Core.User
    /** Address of the instance: as it was given to the positional form of `connect`, else its origin. */
    instanceUrl: string

    /**
     * Calls a REST API of the instance as the user, with options beyond the positional form.
     *
     * @typeParam T what `data` of the answer is
     * @param endpoint path with query, such as `/api/now/v2/table/incident?sysparm_limit=10`
     * @throws ParameterError for an address off the instance, malformed headers or credentials in them, and the like
     * @throws AuthTokenExpiredError once the session is over; connect again
     * @throws ApiRequestError for any other failure; `status` is that of the answer
     */
    executeApiRequest<T = unknown>(
        endpoint: string,
        options: ApiRequestOptions | HttpMethod | undefined,
        data?: any,
        suppressResponseBody?: boolean,
        headers?: any
    ): Promise<ServiceNowRestApiResponse<T>>

    /**
     * Nothing can be called so. It makes a stand-in that is written for the positional form alone fit this type, and
     * gives its parameters their types: `async (endpoint, method, data) => …`.
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
     * @typeParam T what `data` of the answer is
     * @param endpoint path with query, such as `/api/now/v2/table/incident?sysparm_limit=10`
     * @param method `GET` unless given
     * @param data body: text, a Blob and bytes as they are, everything else as JSON
     * @param suppressResponseBody asks the instance to answer without a body (`X-no-response-body`)
     * @param headers header names to values; `Authorization` and `Cookie` are left out
     * @throws ParameterError for an address off the instance, malformed headers, and the like
     * @throws AuthTokenExpiredError once the session is over; connect again
     * @throws ApiRequestError for any other failure; `status` is that of the answer
     */
    executeApiRequest<T = unknown>(
        endpoint: string,
        method?: HttpMethod,
        data?: any,
        suppressResponseBody?: boolean,
        headers?: ApiRequestHeaders
    ): Promise<ServiceNowRestApiResponse<T>>

    /**
     * Ends the connection: its worker forgets the tokens, and the instance revokes them where nothing else uses them.
     * A second call does nothing.
     */
    disconnect(): Promise<void>
}
