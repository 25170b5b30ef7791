const ADMIN_AUTHORIZATION = `Basic ${Buffer.from('admin:admin').toString('base64')}`

/** Calls an instance as its administrator. @throws if the instance returns an error */
export async function asAdmin<T>(
    { url }: { url: string },
    method: string,
    path: string,
    body?: unknown
): Promise<T> {
    const response = await fetch(url + path, {
        method,
        headers: {
            authorization: ADMIN_AUTHORIZATION,
            accept: 'application/json',
            'content-type': 'application/json',
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} returned ${response.status}: ${text.slice(0, 200)}`)
    const json = (text ? JSON.parse(text) : {}) as { result?: T }
    return path.startsWith('/local/') ? (json as T) : (json.result as T)
}
