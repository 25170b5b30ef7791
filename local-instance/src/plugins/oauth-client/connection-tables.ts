import type { TableDefinition } from '../../core/store/types'
import { flag, integer, reference, text, typed } from '../platform/columns'

/**
 * Connection and credential aliases, as far as their columns are known: `sys_alias` from the SDK's tables,
 * the others from published scripts that read and write them. OAuth credentials own received tokens, as REST
 * messages do.
 */
export const CONNECTION_TABLES: TableDefinition[] = [
    {
        name: 'sys_alias',
        label: 'Connection & Credential Aliases',
        extends: 'sys_metadata',
        columns: [
            text('name', 255, { display: true, mandatory: true }),
            text('id', 255, { readOnly: true, label: 'ID' }),
            {
                ...typed('type', 'string', { defaultValue: 'connection' }),
                choices: { connection: 'Connection and Credential', credential: 'Credential' },
            },
            {
                ...typed('connection_type', 'string', { defaultValue: 'http_connection' }),
                choices: {
                    http_connection: 'HTTP',
                    jdbc_connection: 'JDBC',
                    sys_connection: 'Basic',
                    orch_jms_ds: 'JMS',
                },
            },
            typed('description', 'translated_text', { maxLength: 4000 }),
            reference('parent', 'sys_alias', { label: 'Parent Alias' }),
            flag('multiple_connections', 'false'),
            flag('is_internal', 'false'),
        ],
    },
    {
        name: 'discovery_credentials',
        label: 'Credentials',
        extends: 'sys_metadata',
        columns: [
            text('name', 255, { display: true, mandatory: true }),
            flag('active', 'true'),
            integer('order', { defaultValue: '100' }),
            text('type', 40),
            text('classification', 40),
            text('applies_to', 40, { defaultValue: 'all' }),
            reference('credential_alias', 'sys_alias'),
        ],
    },
    {
        name: 'oauth_2_0_credentials',
        label: 'OAuth 2.0 Credentials',
        extends: 'discovery_credentials',
        columns: [
            reference('oauth_entity_profile', 'oauth_entity_profile', { label: 'OAuth Entity Profile' }),
            text('type', 40, { defaultValue: 'oauth_2_0' }),
            text('classification', 40, { defaultValue: 'oauth_2_0' }),
        ],
    },
    {
        name: 'sys_connection',
        label: 'Connection',
        extends: 'sys_metadata',
        columns: [
            text('name', 255, { display: true, mandatory: true }),
            flag('active', 'true'),
            integer('order', { defaultValue: '100' }),
            reference('connection_alias', 'sys_alias'),
            reference('credential', 'discovery_credentials'),
            flag('use_mid', 'false'),
            text('mid_selection', 40),
        ],
    },
    {
        name: 'http_connection',
        label: 'HTTP(s) Connection',
        extends: 'sys_connection',
        columns: [
            typed('connection_url', 'url', { maxLength: 4000 }),
            text('host', 255),
            text('protocol', 40),
        ],
    },
]
