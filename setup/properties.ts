import type { Listed, TableClient } from './table-client'

/** Origin that may call the OAuth endpoints: empty, one host or `*` (DOCS sc-allow-cors-origins-for-oauth-endpoints). */
export const OAUTH_CORS = 'glide.oauth.cors.allowed.origin'
/** Whether the app's open routes serve requests. */
export const OPEN_ROUTES = 'x_opfi_openfin.integration.enabled'
/** Emergency stop of the open routes. */
export const LOCKDOWN = 'x_opfi_openfin.integration.lockdown'
/** The instance's own address. */
export const SERVLET_URI = 'glide.servlet.uri'
/** Hosts that the instance may call. */
export const ALLOWED_HOSTS = 'glide.hosts.allowlist'
/** Whether CORS rules have any effect. */
export const CORS = 'glide.rest.cors.enabled'
/** Whether an authorization request requires `state`. */
export const STATE_REQUIRED = 'glide.oauth.state.parameter.required'
/** Whether the app refreshes tokens. */
export const REFRESH_ENABLED = 'x_opfi_openfin.token_refresh.enabled'
/** Whether notifications are sent for refresh tokens that expire soon. */
export const NOTICES_ENABLED = 'x_opfi_openfin.expiry_notices.enabled'
/** sys_id of the group that is notified if a rule has no recipient. */
export const FALLBACK_GROUP = 'x_opfi_openfin.token_refresh.fallback_group'
/** Restriction of Basic authentication for interactive accounts (DOCS sc-enable-basic-auth-restriction). */
export const BASIC_RESTRICTION = 'glide.authenticate.basic_auth.restriction.active'
/** Whether it rejects requests or only counts them. */
export const BASIC_ENFORCED = 'glide.authenticate.basic_auth.restriction.enforce'
/** Properties whose values contain the release, such as `glide-australia-…`. */
export const BUILD_TAGS = ['glide.buildtag.last', 'glide.buildname', 'glide.buildtag', 'glide.war'] as const

const NAMES = [
    ...[OAUTH_CORS, OPEN_ROUTES, LOCKDOWN, SERVLET_URI, ALLOWED_HOSTS, CORS, STATE_REQUIRED, REFRESH_ENABLED],
    ...[NOTICES_ENABLED, FALLBACK_GROUP, BASIC_RESTRICTION, BASIC_ENFORCED, ...BUILD_TAGS],
]

/** A system property that the instance has. */
export interface Property {
    sysId: string
    value: string
}

/** The properties that the setup and the doctor read. */
export interface Properties {
    /** Undefined: the instance has no such record, so the platform's default applies. */
    get(name: string): Property | undefined
    /** Value without surrounding spaces; undefined as above. */
    value(name: string): string | undefined
    /** Records that the caller may not read; if there are any, a missing one may be one of them. */
    hidden: number
}

/** Reads all of them with one request. @throws SetupError */
export async function readProperties(tables: TableClient): Promise<Properties> {
    return propertiesOf(await tables.list('sys_properties', `nameIN${NAMES.join(',')}`, ['name', 'value']))
}

function propertiesOf({ rows, hidden }: Listed): Properties {
    const byName = new Map(
        rows.map((row) => [row['name'] ?? '', { sysId: row.sys_id, value: row['value'] ?? '' }])
    )
    return {
        get: (name) => byName.get(name),
        value: (name) => byName.get(name)?.value.trim(),
        hidden,
    }
}

/** Families in release order; the build tag contains the names in lower case. */
const FAMILIES = [
    ...['paris', 'quebec', 'rome', 'sandiego', 'tokyo', 'utah', 'vancouver', 'washingtondc', 'xanadu'],
    ...['yokohama', 'zurich', 'australia', 'brazil'],
] as const

/** Name of the release's family, such as `australia`; null if no property contains it. */
export function releaseOf(properties: Properties): string | null {
    for (const name of BUILD_TAGS) {
        const words = (properties.value(name) ?? '').toLowerCase().split(/[^a-z]+/)
        const family = FAMILIES.find((one) => words.includes(one))
        if (family) return family
    }
    return null
}

/** Whether a release is earlier than another; null if it is unknown. */
export function isBefore(release: string | null, other: (typeof FAMILIES)[number]): boolean | null {
    const index = FAMILIES.findIndex((family) => family === release)
    return index < 0 ? null : index < FAMILIES.indexOf(other)
}
