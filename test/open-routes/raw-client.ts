import { request, type IncomingHttpHeaders } from 'node:http'

/** Path of the open routes. */
export const ROUTES = '/api/x_opfi_openfin/v1/integration'

/** An open route's raw response. */
export interface RawAnswer {
    status: number
    headers: IncomingHttpHeaders
    text: string
    /** `ok`, or `error.code` of the envelope; undefined if there is none. */
    outcome: string | undefined
}

/** Options of a request. */
export interface RawOptions {
    /**
     * Local address of the connection, default 127.0.0.1. All of 127.0.0.0/8 is this machine on Linux and
     * Windows; macOS requires `ifconfig lo0 alias 127.0.0.2` first.
     */
    from?: string
    headers?: Record<string, string>
}

/** Sends a form to an open route (`request_tokens`, `revoke_token`) of the instance at `url`. */
export function postForm(
    url: string,
    route: string,
    form: Record<string, string>,
    { from = '127.0.0.1', headers = {} }: RawOptions = {}
): Promise<RawAnswer> {
    const { hostname, port } = new URL(url)
    return new Promise((resolve, reject) => {
        const call = request({
            hostname,
            port,
            path: `${ROUTES}/${route}`,
            method: 'POST',
            localAddress: from,
            headers: {
                'content-type': 'application/x-www-form-urlencoded',
                accept: 'application/json',
                ...headers,
            },
        })
        call.on('error', reject)
        call.on('response', (response) => {
            const parts: Buffer[] = []
            response.on('error', reject)
            response.on('data', (part: Buffer) => parts.push(part))
            response.on('end', () => {
                const text = Buffer.concat(parts).toString('utf8')
                const status = response.statusCode ?? 0
                resolve({ status, headers: response.headers, text, outcome: outcomeOf(status, text) })
            })
        })
        call.end(new URLSearchParams(form).toString())
    })
}

function outcomeOf(status: number, text: string): string | undefined {
    if (status === 200) return 'ok'
    return (JSON.parse(text) as { error: { code?: string } }).error.code
}
