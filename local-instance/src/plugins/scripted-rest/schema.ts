import type { Schema } from '../../core/plugin'
import type { ColumnDefinition, Store, TableDefinition, TableRights } from '../../core/store/types'

/**
 * sys_id of the definition row of the platform's own Table API (namespace `now`, API id `table`), which
 * `sys_cors_rule.rest_api` refers to. Look it up by `namespace` and `service_id`, since the value differs
 * between instances.
 */
export const TABLE_API_DEFINITION = 'b0c65f6c8f3b4a0f9d1c2a7e54d3f81a'

/** The same for the Attachment API (`now`, `attachment`) and the Batch API (`now`, `batch`). */
export const ATTACHMENT_API_DEFINITION = '7d3f1c52a04e4b6f93ab5e80c61d27f4'
export const BATCH_API_DEFINITION = '4a96e07bd15c4f38b2c08d3f7e9514ac'

/** sys_id of the ACL "Scripted REST External Default", the same on every instance (SDK rest-api-plugin.ts). */
export const EXTERNAL_DEFAULT_ACL = 'cf9d01d3e73003009d6247e603f6a990'

/** Default request and response types of an API (DOCS c_SpecifyContentType). */
export const DEFAULT_MEDIA_TYPES = 'application/json,application/xml,text/xml'

/** Role `web_service_admin` reads, creates, modifies and deletes scripted REST APIs (DOCS c_CustomWebServices). */
const ADMINISTRATORS = ['web_service_admin']
const rights: TableRights = {
    read: ADMINISTRATORS,
    create: ADMINISTRATORS,
    write: ADMINISTRATORS,
    delete: ADMINISTRATORS,
}

const text = (name: string, maxLength = 255): ColumnDefinition => ({ name, type: 'string', maxLength })
const flag = (name: string, defaultValue: '1' | '0'): ColumnDefinition => ({
    name,
    type: 'boolean',
    defaultValue,
})
const to = (name: string, reference: string): ColumnDefinition => ({ name, type: 'reference', reference })

const definition: TableDefinition = {
    name: 'sys_ws_definition',
    label: 'Scripted REST Service',
    extends: 'sys_metadata',
    columns: [
        { ...text('name'), mandatory: true, display: true },
        flag('active', '1'),
        text('base_uri'),
        { ...text('consumes', 1000), defaultValue: DEFAULT_MEDIA_TYPES },
        flag('consumes_customized', '0'),
        text('default_version', 40),
        { name: 'doc_link', type: 'url', maxLength: 1024 },
        { name: 'enforce_acl', type: 'glide_list', reference: 'sys_security_acl', maxLength: 4000 },
        flag('is_versioned', '0'),
        text('namespace', 100),
        { ...text('produces', 1000), defaultValue: DEFAULT_MEDIA_TYPES },
        flag('produces_customized', '0'),
        { ...text('service_id', 100), mandatory: true },
        text('short_description', 4000),
    ],
    indexes: [{ columns: ['namespace', 'service_id'] }],
    rights,
}

const version: TableDefinition = {
    name: 'sys_ws_version',
    label: 'Scripted REST Version',
    extends: 'sys_metadata',
    columns: [
        flag('active', '1'),
        flag('deprecated', '0'),
        flag('is_default', '0'),
        text('short_description', 4000),
        { name: 'version', type: 'integer' },
        { ...text('version_id', 40), display: true },
        to('web_service_definition', 'sys_ws_definition'),
    ],
    rights,
}

const operation: TableDefinition = {
    name: 'sys_ws_operation',
    label: 'Scripted REST Resource',
    extends: 'sys_metadata',
    columns: [
        { ...text('name'), mandatory: true, display: true },
        flag('active', '1'),
        text('consumes', 1000),
        flag('consumes_customized', '0'),
        text('default_operation_uri', 1000),
        { name: 'enforce_acl', type: 'glide_list', reference: 'sys_security_acl', maxLength: 4000 },
        {
            name: 'http_method',
            type: 'choice',
            choices: { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' },
            defaultValue: 'GET',
            maxLength: 40,
        },
        { name: 'operation_script', type: 'script', maxLength: 1_000_000 },
        text('operation_uri', 1000),
        text('produces', 1000),
        flag('produces_customized', '0'),
        { ...text('relative_path', 1000), defaultValue: '/' },
        text('request_example', 8000),
        flag('requires_acl_authorization', '1'),
        flag('requires_authentication', '1'),
        flag('requires_snc_internal_role', '1'),
        text('short_description', 4000),
        to('web_service_definition', 'sys_ws_definition'),
        to('web_service_version', 'sys_ws_version'),
    ],
    indexes: [{ columns: ['web_service_definition'] }],
    rights,
}

/** A header or query parameter that an API documents, and the table that links it to an operation. */
function attribute(kind: 'header' | 'query_parameter', label: string): TableDefinition[] {
    return [
        {
            name: `sys_ws_${kind}`,
            label: `Scripted REST ${label}`,
            extends: 'sys_metadata',
            columns: [
                { ...text('name'), mandatory: true, display: true },
                flag('required', '0'),
                text('example_value', 1000),
                text('short_description', 4000),
                to('web_service_definition', 'sys_ws_definition'),
            ],
            rights,
        },
        {
            name: `sys_ws_${kind}_map`,
            label: `Scripted REST ${label} Association`,
            extends: 'sys_metadata',
            columns: [
                to(`web_service_${kind}`, `sys_ws_${kind}`),
                to('web_service_operation', 'sys_ws_operation'),
            ],
            rights,
        },
    ]
}

/** Paths that sessions may call without their token. Column names are assumed. */
const csrfAllowList: TableDefinition = {
    name: 'sys_rest_csrf_allow_list',
    label: 'REST CSRF Allow List',
    extends: 'sys_metadata',
    columns: [{ ...text('path', 1000), display: true }, flag('active', '1')],
    rights,
}

/** The platform's own APIs, so that CORS rules can refer to them. */
const PLATFORM_APIS = [
    {
        sysId: TABLE_API_DEFINITION,
        name: 'Table API',
        serviceId: 'table',
        version: 'v2',
        consumes: DEFAULT_MEDIA_TYPES,
        about: 'Creates, reads, updates and deletes the records of tables.',
    },
    {
        sysId: ATTACHMENT_API_DEFINITION,
        name: 'Attachment API',
        serviceId: 'attachment',
        version: 'v1',
        consumes: '*/*',
        about: 'Uploads and queries file attachments.',
    },
    {
        sysId: BATCH_API_DEFINITION,
        name: 'Batch API',
        serviceId: 'batch',
        version: 'v1',
        consumes: 'application/json',
        about: 'Sends several requests to REST APIs in a single call.',
    },
]

function seed(store: Store): void {
    const context = { userName: 'system', reason: 'deployment' } as const
    for (const { sysId, name, serviceId, version, consumes, about } of PLATFORM_APIS) {
        const values = {
            sys_id: sysId,
            name,
            active: '1',
            namespace: 'now',
            service_id: serviceId,
            base_uri: `/api/now/${serviceId}`,
            is_versioned: '1',
            default_version: version,
            consumes,
            produces: DEFAULT_MEDIA_TYPES,
            short_description: about,
        }
        store.insert('sys_ws_definition', values, context)
    }
    store.insert(
        'sys_security_acl',
        {
            sys_id: EXTERNAL_DEFAULT_ACL,
            name: 'Scripted REST External Default',
            active: '1',
            type: 'REST_Endpoint',
            operation: 'execute',
            admin_overrides: '1',
            advanced: '1',
            decision_type: 'allow',
            script: "answer = !gs.hasRole('snc_external')",
            description: 'Denies external users access to scripted REST APIs without an ACL of their own.',
        },
        context
    )
}

/**
 * Scripted REST APIs (SDK sdk-core/src/fluent/tables) as the SDK builds them, with the rows of every
 * instance.
 */
export const schema: Schema = {
    tables: [
        definition,
        version,
        operation,
        ...attribute('header', 'Header'),
        ...attribute('query_parameter', 'Query Parameter'),
        csrfAllowList,
    ],
    seed,
}
