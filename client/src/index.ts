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
export type { ApiRequestHeaders } from './types/api-request-headers'
export type { AuthFlowParams } from './types/auth-flow-params'
export type { AuthWindowOptions } from './types/auth-window-options'
export type {
    Column,
    DisplayReference,
    DisplayValue,
    Reference,
    ReferenceColumn,
    TableRow,
} from './types/columns'
export type { ConnectOptions, TrustedScriptUrl, WorkerAddress } from './types/connect-options'
export type {
    ApiRequestOptions,
    ServiceNowConnection,
    ServiceNowRestApiError,
    ServiceNowRestApiErrorResponse,
    ServiceNowRestApiResponse,
    ServiceNowRestApiResult,
} from './types/connection'
export type { HttpMethod } from './types/http-method'
export type { ServiceNowEntities } from './types/service-now-entities'

try {
    // Where the official client has them, too.
    const { fin } = globalThis as { fin?: { Integrations?: Record<string, object> } }
    if (fin) (fin.Integrations ??= {})['ServiceNow'] = { enableLogging, disableLogging }
} catch {
    // An API that does not work is for connect() to tell of.
}
