/** Cookies ignore ports, so the name includes the port to separate two instances on one machine. */
export function cookieName(base: string, instanceUrl: string): string {
    const port = instanceUrl && new URL(instanceUrl).port
    return port ? `${base}_${port}` : base
}
