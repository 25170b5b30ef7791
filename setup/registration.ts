import { difference } from './difference'
import type { TableRow, TableValues } from './table-client'

/** Columns of the registration that the setup looks at. It never touches the lifespans, which are the administrator's. */
export const REGISTRATION_COLUMNS = ['name', 'active', 'public_client', 'use_pkce', 'redirect_url'] as const

/** The redirect URLs that a registration is to have, in order. */
export interface RedirectUrls {
    /** The instance's origin; its own `/oauth_redirect.do` is what OpenFin windows come back to. */
    instanceUrl: string
    /** Pages of browser apps; undefined leaves those that are there. */
    callbackUrls: readonly string[] | undefined
}

/**
 * The redirect URLs, comma-separated as the platform keeps them. The instance's own comes first, because the
 * platform falls back to the first where none matches (DOCS t_CreateEndpointforExternalClients).
 */
export function redirectUrls(current: string, { instanceUrl, callbackUrls }: RedirectUrls): string[] {
    const own = `${instanceUrl}/oauth_redirect.do`
    const kept = current
        .split(',')
        .map((url) => url.trim())
        .filter((url) => url !== '')
    return [...new Set([own, ...(callbackUrls ?? kept)])]
}

/** What has to be written to the registration; empty where it is in line. */
export function planRegistration(row: TableRow, wanted: RedirectUrls): TableValues {
    return difference(row, {
        active: true,
        public_client: true,
        use_pkce: true,
        redirect_url: redirectUrls(row['redirect_url'] ?? '', wanted).join(','),
    })
}
