/** The instance to connect to, as configured by the page's server. */
export interface Config {
    /** Such as `https://example.service-now.com`. */
    instanceUrl: string
    /** Client id in the instance's application registry. */
    clientId: string
}

/** Loads `config.json`, which is served next to the page. */
export async function loadConfig(): Promise<Config> {
    const response = await fetch('config.json')
    if (!response.ok) throw new Error(`config.json: ${response.status}`)
    return (await response.json()) as Config
}
