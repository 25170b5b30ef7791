/** The shape of `connect` and of the errors. Compiled, never run. */
import {
    ApiError,
    ApiRequestError,
    AuthTokenExpiredError,
    connect,
    disableLogging,
    enableLogging,
    type ApiRequestHeaders,
    type AuthFlowParams,
    type AuthWindowOptions,
    type ConnectOptions,
    type HttpMethod,
    type ServiceNowConnection,
} from 'openfin-servicenow-client'

/** Declared as in TypeScript and `@types/trusted-types`. */
declare class TrustedScriptURL {
    private constructor()
    toJSON(): string
    toString(): string
}

const params: AuthFlowParams = { prompt: 'login' }
const windowOptions: AuthWindowOptions = {
    defaultWidth: 500,
    frame: false,
    anyOtherOption: { of: 'OpenFin' },
}
export const headers: ApiRequestHeaders = { 'X-Any': 'y' }
export const methods: HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

export async function connects(
    options: ConnectOptions,
    trusted: TrustedScriptURL
): Promise<ServiceNowConnection> {
    await connect('https://example.service-now.com', 'client')
    await connect('https://example.service-now.com', 'client', ['useraccount'], params, windowOptions)
    await connect('https://example.service-now.com', 'client', undefined, undefined, windowOptions)
    await connect({
        instanceUrl: 'https://example.service-now.com',
        clientId: 'client',
        callbackUrl: '/callback',
    })
    await connect({ ...options, workerUrl: trusted })
    await connect({ ...options, workerUrl: new URL('https://app.example/worker.js') })
    // @ts-expect-error -- no address
    await connect({ ...options, workerUrl: {} })
    // @ts-expect-error -- the client id is missing
    await connect('https://example.service-now.com')
    // @ts-expect-error -- scopes are an array
    await connect('https://example.service-now.com', 'client', 'useraccount')
    // @ts-expect-error -- no such sharing
    await connect({ instanceUrl: '', clientId: '', share: 'tab' })
    return connect(options)
}

export function explain(error: unknown): string {
    if (error instanceof AuthTokenExpiredError) return error.code
    if (error instanceof ApiRequestError) return `${error.status?.toFixed()} ${error.description?.trim()}`
    if (error instanceof ApiError) return error.message + String(error.cause)
    return ''
}

enableLogging()
enableLogging(({ level, message, time }) => void [level.length, message.length, time.toFixed()])
disableLogging()
