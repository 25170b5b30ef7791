/* eslint-disable @typescript-eslint/no-explicit-any -- programs may be written so */
/**
 * Programs that compile with the official package, whose declarations have `any` for methods, headers,
 * parameters and errors if libraries are not checked. Compiled, never run.
 */
import {
    ApiError,
    ApiRequestError,
    AuthorizationError,
    AuthTokenExpiredError,
    connect,
    disableLogging,
    enableLogging,
    InitializationError,
    ParameterError,
    type ApiRequestHeaders,
    type AuthFlowParams,
    type AuthWindowOptions,
    type HttpMethod,
    type ServiceNowConnection,
    type ServiceNowEntities,
    type ServiceNowRestApiError,
    type ServiceNowRestApiErrorResponse,
    type ServiceNowRestApiResponse,
    type ServiceNowRestApiResult,
} from 'openfin-servicenow-client'

declare const connection: ServiceNowConnection
declare const text: string
declare const thrown: unknown
const PATH = '/api/now/table/incident'

// Methods and headers from settings and from an app's own functions.
interface OwnRequest {
    url: string
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
    body?: string
    headers?: { name: string; value: string }[]
}
interface OwnHeaders {
    Accept: string
    'X-Attempt': number
}
enum Method {
    Get = 'GET',
}
export async function calls(
    own: OwnRequest,
    ownHeaders: OwnHeaders,
    pairs: [string, string][]
): Promise<void> {
    await connection.executeApiRequest(own.url, own.method, own.body, false, own.headers)
    await connection.executeApiRequest(PATH, text)
    await connection.executeApiRequest(PATH, 'get')
    await connection.executeApiRequest(PATH, Method.Get)
    await connection.executeApiRequest(PATH, 'GET', undefined, false, ownHeaders)
    await connection.executeApiRequest(PATH, 'GET', undefined, undefined, pairs)
    await connection.executeApiRequest(PATH, 'GET', undefined, undefined, new Headers())
    await connection.executeApiRequest(PATH, 'GET', null, undefined, null)
    await connection.executeApiRequest(PATH, 'GET', undefined, false, {
        'X-None': undefined,
        'X-Null': null,
        'X-Count': 5,
        'X-Flag': true,
        'X-Text': text,
    })
    const method: HttpMethod = text
    const headers: ApiRequestHeaders = { 'X-Any': text.length > 1 ? 'y' : undefined }
    headers['X-More'] = 1
    const params: AuthFlowParams = { prompt: 'login', max_age: 3600, silent: true, hint: undefined }
    const window: AuthWindowOptions = { defaultWidth: text.length || undefined, icon: undefined }
    await connection.executeApiRequest(PATH, method, { short_description: 'x' }, true, headers)
    await connect(text, text, ['a'], params, window)
    await connect(text, text, [], { max_age: 60 }, { alwaysOnTop: false, anyOther: 1 })
    await connect(text, text, undefined, null, null)
}

// Stand-ins for a connection.
export class Fake implements ServiceNowConnection {
    public clientId = 'client'
    public currentUser: ServiceNowEntities.Core.User = { user_name: 'abel.tuter' }
    public instanceUrl = 'https://example.service-now.com'

    public async disconnect(): Promise<void> {}

    public async executeApiRequest<T = unknown>(
        apiEndpoint: string,
        httpMethod?: HttpMethod,
        data?: any,
        suppressResponseBody?: boolean,
        headers?: ApiRequestHeaders
    ): Promise<ServiceNowRestApiResponse<T>> {
        void [apiEndpoint, httpMethod?.toLowerCase(), data?.state, suppressResponseBody, headers?.['Accept']]
        return { status: 200 }
    }
}
export class NarrowFake implements ServiceNowConnection {
    public readonly clientId = 'client'
    public readonly currentUser = { user_name: 'abel.tuter' }
    public readonly instanceUrl = 'https://example.service-now.com'
    public disconnect = async (): Promise<void> => {}

    public executeApiRequest = async <T>(
        apiEndpoint: string,
        httpMethod: 'GET' | 'POST' = 'GET',
        data?: object,
        suppressResponseBody?: boolean,
        headers?: Record<string, string>
    ): Promise<ServiceNowRestApiResponse<T>> => {
        void [apiEndpoint, httpMethod, data, suppressResponseBody, headers]
        return { status: 200, data: {} as T, type: 'application/json' }
    }
}
export const double: ServiceNowConnection = {
    clientId: 'client',
    currentUser: {},
    instanceUrl: text,
    disconnect: () => Promise.resolve(),
    executeApiRequest: async (endpoint, method, data, suppress, headers) => {
        void [endpoint.length, method.toUpperCase(), data.state, suppress?.valueOf(), headers.Accept]
        return { status: 200, data: [] as any }
    },
}
export const doubles: ServiceNowConnection['executeApiRequest'][] = [
    async () => ({ status: 204 }),
    async (endpoint) => ({ status: endpoint.length }),
    async (endpoint, method) => ({ status: method.length + endpoint.length }),
    async (endpoint, method, data) => ({ status: data.status, type: method.toLowerCase() + endpoint }),
    async (endpoint: string, method: string) => ({ status: method.length + endpoint.length }),
    async (endpoint: string, method?: string, data?: unknown) => ({
        status: 200,
        data: [endpoint, method, data] as any,
    }),
    async (...[endpoint, method, data]) => ({ status: 200, data: [endpoint.length, method, data] as any }),
    async (...args: unknown[]) => ({ status: args.length }),
]
export const partial: Partial<ServiceNowConnection> = { executeApiRequest: async () => ({ status: 200 }) }
type Execute = ServiceNowConnection['executeApiRequest']
export const logged = async (...args: Parameters<Execute>): ReturnType<Execute> => {
    const [endpoint, method = 'GET', data, suppress = false, headers = {}] = args
    void [endpoint.length, method.toUpperCase(), data?.length, headers['Accept']]
    await connection.executeApiRequest(...args)
    return connection.executeApiRequest(endpoint, method, data, suppress, headers)
}
export const calledWith: Parameters<Execute>[] = [
    [PATH],
    [PATH, 'GET'],
    [PATH, text, { a: 1 }, true, { b: 2 }],
]
export const connectArguments: Parameters<typeof connect> = [text, text, ['a'], { b: 1 }, { frame: false }]
export const connected: ReturnType<typeof connect> = Promise.resolve(double)
export const connectWith = (...args: Parameters<typeof connect>): Promise<ServiceNowConnection> =>
    connect(...args)

// Types of a connection and its responses.
connection.currentUser = { ...connection.currentUser, name: 'Abel' }
connection.instanceUrl = text
connection.clientId = text
connection.disconnect = async () => undefined
connection.executeApiRequest = double.executeApiRequest
connection.executeApiRequest = connection.executeApiRequest.bind(connection)
export const asRecord: Record<string, unknown> = connection
export const answerAsRecord: Record<string, unknown> = {} as ServiceNowRestApiResponse
export const result = {} as ServiceNowRestApiResult<string[]>
export const failure: ServiceNowRestApiErrorResponse = {
    error: { message: 'no', detail: null } satisfies ServiceNowRestApiError,
    status: 'failure',
}
result.result.push('x')
const answer: ServiceNowRestApiResponse<ServiceNowEntities.Core.Incident> = {
    status: 200,
    data: {},
    type: text,
}
answer.data = { state: 1 }

// Errors.
export function handle(error: any): number {
    if (error instanceof ApiRequestError) {
        const status: number = error.status
        if (error.status >= 500 || error.data?.error?.message) return status + error.status
        error.status = 400
        error.data = failure
        error.message = error.data.error.message
    }
    if (error instanceof AuthTokenExpiredError || error instanceof AuthorizationError)
        return error.data.status
    if (error instanceof ApiError) return error.data ? error.data.length : error.name.length
    return 0
}
export const statusOf = (error: ApiRequestError): number => error.status
export const errors = [
    new ApiError(),
    new ApiError('why'),
    new ApiError('why', thrown),
    new ApiError(undefined, new Error('inner')),
    new ApiRequestError(),
    new ApiRequestError('why', 404),
    new ApiRequestError('why', 404, failure),
    new ApiRequestError('why', undefined, thrown),
    new ApiRequestError(undefined, 500, new Error('inner')),
    new AuthorizationError(),
    new AuthorizationError('why', thrown),
    new AuthTokenExpiredError(),
    new AuthTokenExpiredError('why', new Error('inner')),
    new InitializationError('why', thrown),
    new ParameterError(),
    new ParameterError('why'),
]
export class OwnError extends ApiRequestError {
    public constructor(public readonly table: string) {
        super(`no ${table}`, 404, { table })
    }
}

// Logging, as a listener.
export const listener: (event: { type: string }) => void = enableLogging
export const loggers: Parameters<typeof enableLogging> = []
export const off: () => void = disableLogging
void [1].forEach(enableLogging)
