import { bearerOf } from '../sign-in-flow/bearer-of'

const ADMIN = { userName: 'admin', password: 'admin' }
/** The control API of a local instance takes Basic authentication alone. */
const BASIC = `Basic ${Buffer.from(`${ADMIN.userName}:${ADMIN.password}`).toString('base64')}`
const bearers = new Map<string, string>()

/**
 * Calls an instance as its administrator: REST APIs with a Bearer token, which works where Basic authentication is
 * restricted, too, and the control API of a local instance.
 *
 * @throws if the instance returns an error
 */
export async function asAdmin<T>(
    { url }: { url: string },
    method: string,
    path: string,
    body?: unknown
): Promise<T> {
    const isControl = path.startsWith('/local/')
    const send = (authorization: string) =>
        fetch(url + path, {
            method,
            headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) }),
        })
    let response = await send(isControl ? BASIC : (bearers.get(url) ?? (await newBearer(url))))
    // The token has ended: the programs move the instance's clock.
    if (response.status === 401 && !isControl) response = await send(await newBearer(url))
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} returned ${response.status}: ${text.slice(0, 200)}`)
    const json = (text ? JSON.parse(text) : {}) as { result?: T }
    return isControl ? (json as T) : (json.result as T)
}

async function newBearer(url: string): Promise<string> {
    const bearer = await bearerOf({ instanceUrl: url, ...ADMIN })
    bearers.set(url, bearer)
    return bearer
}
