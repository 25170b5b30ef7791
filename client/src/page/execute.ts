import { checkHeaders } from '../check-headers'
import { need } from '../limits'
import type { ApiRequestOptions, ServiceNowRestApiResponse } from '../types/connection'
import type { HttpMethod } from '../types/http-method'
import { bodyOf } from './body-of'
import type { SendRaw } from './raw-call'

const METHODS: HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
/** Most attempts after a fault that a call may ask for. */
const MAX_RETRY = 10

/** Arguments of `executeApiRequest`, in its positional form or with options. */
export type ExecuteArguments = [
    endpoint: string,
    method?: HttpMethod | ApiRequestOptions,
    data?: unknown,
    suppressResponseBody?: boolean,
    headers?: Record<string, string>,
]

/**
 * Checks the arguments, then sends the call.
 * @throws ParameterError before anything is sent
 */
export async function executeApiRequest<T>(
    send: SendRaw,
    [endpoint, second, ...rest]: ExecuteArguments
): Promise<ServiceNowRestApiResponse<T>> {
    const [data, suppressResponseBody, headers] = rest
    const options =
        typeof second === 'object' && second
            ? second
            : { method: second, data, suppressResponseBody, headers }
    const { method = 'GET', retry, timeoutMs, signal } = options as ApiRequestOptions
    need(typeof endpoint === 'string' && endpoint, 'endpoint must be a path of the instance')
    need(METHODS.includes(method), `method must be one of ${METHODS.join(', ')}`)
    need(
        retry === undefined || (Number.isInteger(retry) && retry >= 0 && retry <= MAX_RETRY),
        `retry must be 0 to ${MAX_RETRY}`
    )
    checkHeaders(options.headers)
    const {
        status,
        type,
        data: answer,
    } = await send({
        endpoint,
        method,
        body: bodyOf(options.data),
        suppress: options.suppressResponseBody,
        headers: options.headers,
        retry,
        timeoutMs,
        signal,
    })
    return { status, ...(type && { type }), ...(answer !== undefined && { data: answer as T }) }
}
