import { need } from '../limits'
import type {
    ApiRequestHeaders,
    ApiRequestOptions,
    HttpMethod,
    ServiceNowRestApiResponse,
} from '../types/connection'
import { bodyOf } from './body-of'
import type { SendRaw } from './raw-call'

/** Arguments of `executeApiRequest`, in either form. */
export type ExecuteArguments = [
    endpoint: string,
    method?: HttpMethod | ApiRequestOptions,
    data?: unknown,
    suppressResponseBody?: boolean,
    headers?: ApiRequestHeaders | null,
]

/**
 * Validates the arguments and sends the call.
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
    need(typeof endpoint === 'string' && endpoint, 'endpoint', 'a path on the instance')
    const { headers: _, ...response } = await send({
        endpoint,
        method,
        body: bodyOf(options.data),
        headers: options.headers,
        suppress: options.suppressResponseBody,
        // @openfin/servicenow replaced such headers, so the positional form omits them instead of failing.
        lenient: isPositional,
        retry,
        timeoutMs,
        signal,
    })
    return response as ServiceNowRestApiResponse<T>
}
