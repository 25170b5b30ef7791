/** A WebDriver session (W3C WebDriver). Commands run sequentially. */
export interface WebDriverSession {
    /** Version of the browser. */
    version: string
    /**
     * Sends a command.
     *
     * @param window handle of the target window
     * @throws WebDriverError
     */
    send<T>(command: Command, window?: string): Promise<T>
    /** Stops the browser. */
    close(): Promise<void>
}

/** A command: method, path below the session, and parameters. */
export type Command = [method: 'GET' | 'POST' | 'DELETE', path: string, parameters?: object]

/** A driver error, with WebDriver's error code such as `no such element`. */
export class WebDriverError extends Error {
    constructor(
        readonly code: string,
        message: string
    ) {
        super(`${code}: ${message}`)
    }
}

/** Starts a browser through the driver at a URL. */
export async function startSession(driverUrl: string): Promise<WebDriverSession> {
    const call = async <T>([method, path, parameters = {}]: Command): Promise<T> => {
        const response = await fetch(driverUrl + path, {
            method,
            ...(method === 'POST' && { body: JSON.stringify(parameters) }),
        })
        const { value } = (await response.json()) as { value: T & { error: string; message: string } }
        if (!response.ok) throw new WebDriverError(value.error, value.message)
        return value
    }
    const { sessionId, capabilities } = await call<{
        sessionId: string
        capabilities: { browserVersion: string }
    }>(['POST', '/session', { capabilities: {} }])
    const own = `/session/${sessionId}`
    let current: string | undefined
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
        const result = last.then(run)
        last = result.catch(() => {})
        return result
    }
    return {
        version: capabilities.browserVersion,
        send: ([method, path, parameters], window) =>
            inTurn(async () => {
                if (window && window !== current) await call(['POST', `${own}/window`, { handle: window }])
                current = window ?? current
                return call([method, own + path, parameters])
            }),
        close: () => inTurn(() => call(['DELETE', own])),
    }
}
