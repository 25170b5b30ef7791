import { toInteger, toText } from '../values'

/** An error in a REST response. */
export interface ErrorParts {
    status: number
    message: string
    detail: string | null
}

/** An error response of a scripted REST operation (r_ScriptedRESTServiceScriptExamples). */
class ServiceError {
    #status = 500
    #message = ''
    #detail: string | null = null

    setStatus(code: unknown): ServiceError {
        this.#status = toInteger(code)
        return this
    }

    setMessage(message: unknown): ServiceError {
        this.#message = toText(message)
        return this
    }

    setDetail(detail: unknown): ServiceError {
        this.#detail = toText(detail)
        return this
    }

    /** @internal */
    static parts(error: ServiceError): ErrorParts {
        return { status: error.#status, message: error.#message, detail: error.#detail }
    }
}

const { parts } = ServiceError
Reflect.deleteProperty(ServiceError, 'parts')

/** The REST error of a thrown value; undefined for anything but an error of `sn_ws_err`. */
export function errorParts(value: unknown): ErrorParts | undefined {
    return value instanceof ServiceError ? parts(value) : undefined
}

/** Creates an error class with a fixed status; it takes a message. */
function fixed(status: number): new (message?: unknown) => ServiceError {
    return class extends ServiceError {
        constructor(message?: unknown) {
            super()
            this.setStatus(status)
            this.setMessage(message)
        }
    }
}

/** The error classes of the namespace `sn_ws_err`. */
export const serviceErrors = {
    ServiceError,
    BadRequestError: fixed(400),
    NotFoundError: fixed(404),
    NotAcceptableError: fixed(406),
    ConflictError: fixed(409),
    UnsupportedMediaTypeError: fixed(415),
}
