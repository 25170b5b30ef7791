import { connect } from './connect'
import { disableLogging, enableLogging } from './logging'

export { connect, enableLogging, disableLogging }
export {
    ApiError,
    ApiRequestError,
    AuthorizationError,
    AuthTokenExpiredError,
    InitializationError,
    ParameterError,
    type ApiErrorDetails,
} from './errors'
export type { LogEntry, LogSink } from './logging'
export type { AuthWindowOptions } from './types/auth-window-options'
export type {
    Column,
    DisplayReference,
    DisplayValue,
    Reference,
    ReferenceColumn,
    TableRow,
} from './types/columns'
export type { AuthFlowParams, ConnectOptions, TrustedScriptUrl, WorkerAddress } from './types/connect-options'
export type {
    ApiRequestHeaders,
    ApiRequestOptions,
    HttpMethod,
    ServiceNowConnection,
    ServiceNowRestApiError,
    ServiceNowRestApiErrorResponse,
    ServiceNowRestApiResponse,
    ServiceNowRestApiResult,
} from './types/connection'
export type { ServiceNowEntities } from './types/service-now-entities'

try {
    // Same location as in the official client.
    const { fin } = globalThis as { fin?: { Integrations?: Record<string, object> } }
    if (fin) (fin.Integrations ??= {})['ServiceNow'] = { enableLogging, disableLogging }
} catch {
    // connect() reports an API that fails.
}
