import { keepAllMetadata } from '../../core/metadata-cache'
import type { Row, Store } from '../../core/store/types'
import { parseApiPath } from '../../core/rest/api-path'
import { mediaTypes } from '../../core/rest/media-types'
import { bestMatch, parseTemplate, type Segment } from './path-template'
import { DEFAULT_MEDIA_TYPES } from './schema'
import { scopeName } from '../../core/store/scope-name'

/** A REST API (`sys_ws_definition`), scripted or the platform's own. */
export interface RestApi {
    sysId: string
    name: string
    namespace: string
    serviceId: string
    active: boolean
    versioned: boolean
    consumes: string[]
    produces: string[]
    /** sys_ids of its default ACLs. */
    acls: string[]
}

/** A resource of a scripted REST API (`sys_ws_operation`); unset values are inherited from its API. */
export interface RestOperation {
    sysId: string
    name: string
    method: string
    /** Resource path such as `/api/x_opfi_openfin/v1/integration/request_tokens`, with `{name}` for parameters. */
    uri: string
    /** The same without a version. */
    defaultUri: string
    template: Segment[]
    version: string
    consumes: string[]
    produces: string[]
    acls: string[]
    script: string
    /** Name of the scope that the script runs in. */
    scope: string
    requiresAuthentication: boolean
    requiresAclAuthorization: boolean
    requiresInternalRole: boolean
}

/** Result of routing a method and path. */
export type Resolution =
    | { found: 'operation'; api: RestApi; operation: RestOperation; pathParams: Record<string, string> }
    /** The resource exists, but for other methods only. */
    | { found: 'other_method' }
    | { found: 'nothing' }

/** Finds APIs and operations by path; reloads the tables when metadata changes. */
export interface Routes {
    /** The API of a path, even if it has no such resource; undefined if there is none. */
    apiOf(url: string): RestApi | undefined
    resolve(method: string, url: string): Resolution
}

interface ApiEntry {
    api: RestApi
    /** sys_id of each active version, by version id such as `v1`. */
    versions: Map<string, string>
    defaultVersion: string | undefined
    operations: RestOperation[]
}

/** The routes of one store. */
export function createRoutes(store: Store): Routes {
    const entries = keepAllMetadata(store, () => readEntries(store))

    /** The entry of a path with its version's sys_id (empty for an API without versions; undefined: no such version). */
    function locate(url: string) {
        const path = parseApiPath(url)
        if (!path) return undefined
        const versioned =
            path.services.versioned === null ? undefined : find(path.namespace, path.services.versioned)
        if (versioned) {
            const version = versioned.api.versioned ? versioned.versions.get(path.version ?? '') : undefined
            return { entry: versioned, version, rest: path.rest.versioned }
        }
        const entry = find(path.namespace, path.services.plain)
        if (!entry) return undefined
        return { entry, version: entry.api.versioned ? entry.defaultVersion : '', rest: path.rest.plain }
    }

    function find(namespace: string, serviceId: string): ApiEntry | undefined {
        return entries().get(`${namespace}/${serviceId}`)
    }

    return {
        apiOf: (url) => locate(url)?.entry.api,
        resolve(method, url) {
            const place = locate(url)
            if (!place || !place.entry.api.active || place.version === undefined) return { found: 'nothing' }
            const { entry, version, rest } = place
            const candidates = entry.operations.filter((operation) => operation.version === version)
            const wanted = method === 'HEAD' ? 'GET' : method
            const match = bestMatch(
                candidates.filter((operation) => operation.method === wanted),
                rest
            )
            if (match) {
                const { candidate: operation, pathParams } = match
                return { found: 'operation', api: entry.api, operation, pathParams }
            }
            return { found: bestMatch(candidates, rest) ? 'other_method' : 'nothing' }
        },
    }
}

function readEntries(store: Store): Map<string, ApiEntry> {
    const entries = new Map<string, ApiEntry>()
    const byId = new Map<string, ApiEntry>()
    for (const row of store.query('sys_ws_definition', { query: 'ORDERBYsys_created_on^ORDERBYsys_id' })) {
        const api = toApi(row)
        const entry: ApiEntry = { api, versions: new Map(), defaultVersion: undefined, operations: [] }
        byId.set(api.sysId, entry)
        // Of two definitions for one path the older one is used.
        const key = `${api.namespace}/${api.serviceId}`
        if (!entries.has(key)) entries.set(key, entry)
    }
    for (const row of store.query('sys_ws_version', { query: 'active=true' })) {
        const entry = byId.get(row['web_service_definition'] ?? '')
        const sysId = row['sys_id'] ?? ''
        entry?.versions.set(row['version_id'] ?? `v${row['version'] ?? ''}`, sysId)
        if (entry && row['is_default'] === '1') entry.defaultVersion = sysId
    }
    for (const row of store.query('sys_ws_operation', { query: 'active=true^ORDERBYsys_id' })) {
        const entry = byId.get(row['web_service_definition'] ?? '')
        entry?.operations.push({
            ...toOperation(row, entry.api),
            scope: scopeName(store, row['sys_scope']),
        })
    }
    return entries
}

function toApi(row: Row): RestApi {
    return {
        sysId: row['sys_id'] ?? '',
        name: row['name'] ?? '',
        namespace: row['namespace'] ?? '',
        serviceId: row['service_id'] ?? '',
        active: row['active'] === '1',
        versioned: row['is_versioned'] === '1',
        consumes: mediaTypes(row['consumes'] || DEFAULT_MEDIA_TYPES),
        produces: mediaTypes(row['produces'] || DEFAULT_MEDIA_TYPES),
        acls: listOf(row['enforce_acl']),
    }
}

function toOperation(row: Row, api: RestApi): Omit<RestOperation, 'scope'> {
    const path = row['relative_path'] || '/'
    const plainUri = `/api/${api.namespace}/${api.serviceId}${path === '/' ? '' : path}`
    const own = (column: 'consumes' | 'produces') =>
        row[`${column}_customized`] === '1' && row[column] ? mediaTypes(row[column]) : api[column]
    const acls = listOf(row['enforce_acl'])
    return {
        sysId: row['sys_id'] ?? '',
        name: row['name'] ?? '',
        method: (row['http_method'] ?? 'GET').toUpperCase(),
        uri: row['operation_uri'] || plainUri,
        defaultUri: row['default_operation_uri'] || plainUri,
        template: parseTemplate(path),
        version: row['web_service_version'] ?? '',
        consumes: own('consumes'),
        produces: own('produces'),
        acls: acls.length > 0 ? acls : api.acls,
        script: row['operation_script'] ?? '',
        requiresAuthentication: row['requires_authentication'] === '1',
        requiresAclAuthorization: row['requires_acl_authorization'] === '1',
        requiresInternalRole: row['requires_snc_internal_role'] === '1',
    }
}

function listOf(value: string | null | undefined): string[] {
    return (value ?? '')
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '')
}
