import { need } from '../limits'
import type {
    ApiRequestHeaders,
    ApiRequestOptions,
    HttpMethod,
    ServiceNowRestApiResponse,
} from '../types/connection'
import { bodyOf } from './body-of'
import type { SendRaw } from './raw-call'

/** Arguments of `executeApiRequest`, in its positional form or with options. */
export type ExecuteArguments = [
    endpoint: string,
    method?: HttpMethod | ApiRequestOptions,
    data?: unknown,
    suppressResponseBody?: boolean,
    headers?: ApiRequestHeaders | null,
]

/**
 * Checks the arguments, then sends the call.
 * @throws ParameterError before anything is sent
 */
export async function executeApiRequest<T>(
    send: SendRaw,
    [endpoint, second, data, suppressResponseBody, fifth]: ExecuteArguments
): Promise<ServiceNowRestApiResponse<T>> {
    const isPositional = typeof second !== 'object' || !second
    const options = isPositional ? { method: second, data, suppressResponseBody, headers: fifth } : second
    const { retry, timeoutMs, signal } = options as ApiRequestOptions
    const method = `${options.method ?? 'GET'}`.toUpperCase()
    need(typeof endpoint === 'string' && endpoint, 'endpoint', 'a path of the instance')
    const { headers: _, ...answer } = await send({
        endpoint,
        method,
        body: bodyOf(options.data),
        headers: options.headers,
        suppress: options.suppressResponseBody,
        // A program that sets a header of the session's own goes on: @openfin/servicenow replaced it.
        lenient: isPositional,
        retry,
        timeoutMs,
        signal,
    })
    return answer as ServiceNowRestApiResponse<T>
}
