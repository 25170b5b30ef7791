/** Where the page connects to; the server that serves it says so. */
export interface Config {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
    /** Of the instance's application registry. */
    clientId: string
}

/** Reads `config.json`, which lies beside the page. */
export async function loadConfig(): Promise<Config> {
    const response = await fetch('config.json')
    if (!response.ok) throw new Error(`config.json: ${response.status}`)
    return (await response.json()) as Config
}
