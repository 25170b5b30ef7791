/** Cookies ignore ports, so the name carries it: two instances on one machine keep their cookies apart. */
export function cookieName(base: string, instanceUrl: string): string {
    const port = instanceUrl && new URL(instanceUrl).port
    return port ? `${base}_${port}` : base
}
