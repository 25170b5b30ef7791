/** Hosts that stand in texts for people: the placeholder of the CORS rules and names reserved for documentation. */
const NO_REAL_HOST = /^(not-set\.invalid|localhost|127\.0\.0\.1|[\w-]+\.example)$/

/**
 * Hosts in the scripts of UI pages that nothing is ever asked of: names of XML namespaces, the address in React's error
 * messages, and the examples in messages of the setup. That pages ask no foreign host is tested in a browser.
 */
export const NAMED_BY_PAGES = /^(www\.w3\.org|reactjs\.org|(app\.example|example\.service-now)\.com)$/

/** Whether a record is the script of a UI page. */
export function isPage(text: string): boolean {
    return text.includes('<sys_ux_lib_asset action=')
}

/** Hosts of the addresses in a text. */
export function hostsIn(text: string): string[] {
    return [...text.matchAll(/https?:\/\/([\w.-]+)/g)]
        .map(([, host]) => host ?? '')
        .filter((host) => !NO_REAL_HOST.test(host))
}

/** The MD5 of a page's script looks like a sys_id. */
export function withoutChecksum(text: string): string {
    return text.replace(/<checksum>\w+<\/checksum>/, '')
}

/** The bill of materials names its own format by address. */
export function withoutSchema(text: string): string {
    return text.replace('"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json"', '')
}
