/** Counters of `GET /local/stats`, summed over the keys that match. */
export type Statistics = (
    matches: (key: string) => boolean,
    counter: 'transactions' | 'db_statements'
) => number

/** Talks to a local instance as `admin`. */
export class AdminClient {
    constructor(private readonly instanceUrl: string) {}

    /** Calls a JSON API; throws if the request fails. */
    async call<T>(method: string, path: string, body?: unknown): Promise<T> {
        const response = await fetch(this.instanceUrl + path, {
            method,
            headers: {
                authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
                accept: 'application/json',
                ...(body !== undefined && { 'content-type': 'application/json' }),
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
        })
        if (!response.ok) throw new Error(`${method} ${path} returned ${response.status}`)
        return (await response.json()) as T
    }

    /** Sets a system property that exists. */
    async setProperty(name: string, value: string): Promise<void> {
        const { result } = await this.call<{ result: { sys_id: string }[] }>(
            'GET',
            `/api/now/table/sys_properties?sysparm_query=name=${name}`
        )
        await this.call('PATCH', `/api/now/table/sys_properties/${result[0]?.sys_id}`, { value })
    }

    /** The current counters. */
    async statistics(): Promise<Statistics> {
        const { result } = await this.call<{ result: Record<string, Record<string, number>> }>(
            'GET',
            '/local/stats'
        )
        return (matches, counter) =>
            Object.entries(result)
                .filter(([key]) => matches(key))
                .reduce((sum, [, counters]) => sum + (counters[counter] ?? 0), 0)
    }
}
