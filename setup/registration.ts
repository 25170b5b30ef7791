import { difference } from './difference'
import type { TableRow, TableValues } from './table-client'

/** Columns that the setup writes. It never changes the token lifespans, which belong to the administrator. */
export const WRITTEN_REGISTRATION_COLUMNS = [
    'name',
    'active',
    'public_client',
    'use_pkce',
    'redirect_url',
] as const

/** Columns that are read; the doctor checks the additional ones. */
export const REGISTRATION_COLUMNS = [
    ...WRITTEN_REGISTRATION_COLUMNS,
    'access_token_lifespan',
    'refresh_token_lifespan',
    'scope_restriction_status',
] as const

/** The desired redirect URLs of a registration, in order. */
export interface RedirectUrls {
    /** The instance's origin; OpenFin windows are redirected to its own `/oauth_redirect.do`. */
    instanceUrl: string
    /** Callback pages of browser apps; undefined keeps the existing ones. */
    callbackUrls: readonly string[] | undefined
}

/**
 * The redirect URLs. `current` is comma-separated, as the platform stores it. The instance's own comes first, because the
 * platform falls back to the first if none matches (DOCS t_CreateEndpointforExternalClients).
 */
export function redirectUrls(current: string, { instanceUrl, callbackUrls }: RedirectUrls): string[] {
    const own = `${instanceUrl}/oauth_redirect.do`
    const kept = current
        .split(',')
        .map((url) => url.trim())
        .filter((url) => url !== '')
    return [...new Set([own, ...(callbackUrls ?? kept)])]
}

/** The values to write to the registration; empty if it is up to date. */
export function planRegistration(row: TableRow, wanted: RedirectUrls): TableValues {
    return difference(row, {
        active: true,
        public_client: true,
        use_pkce: true,
        redirect_url: redirectUrls(row['redirect_url'] ?? '', wanted).join(','),
    })
}
