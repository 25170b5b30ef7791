/** Entry `./node`: sign-in at a ServiceNow instance from a server. */
export { createServiceNowAuth } from './create-service-now-auth'
export type { AuthorizationUrlOptions, CallbackOptions, ServiceNowAuth, SignIn } from './service-now-auth'
export type { AuthStore, Awaitable } from './auth-store'
export type { AnyFetch } from './portable-fetch'
export type { ServiceNowAuthOptions } from './settings'
export type { ServiceNowUser } from './user'
export {
    ApiError,
    ApiRequestError,
    AuthorizationError,
    AuthTokenExpiredError,
    ParameterError,
} from '../errors'
