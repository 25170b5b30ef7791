import type { TableDefinition } from '../../core/store/types'
import { flag, integer, reference, text, typed } from '../platform/columns'

/** How a REST message authenticates (KB1437067). */
const AUTHENTICATION = { no_authentication: 'No Authentication', basic: 'Basic', oauth2: 'OAuth 2.0' }

/** Tables of the platform whose records own received tokens, with their known columns. */
export const REQUESTOR_TABLES: TableDefinition[] = [
    {
        name: 'sys_rest_message',
        label: 'REST Message',
        extends: 'sys_metadata',
        columns: [
            text('name', 100, { display: true, mandatory: true }),
            text('description', 1000),
            typed('rest_endpoint', 'url', { maxLength: 4000, label: 'Endpoint' }),
            {
                ...typed('authentication_type', 'choice', { defaultValue: 'no_authentication' }),
                choices: AUTHENTICATION,
            },
            reference('oauth2_profile', 'oauth_entity_profile', { label: 'OAuth profile' }),
        ],
        rights: {
            read: ['web_service_admin', 'oauth_admin'],
            create: ['web_service_admin'],
            write: ['web_service_admin'],
            delete: ['web_service_admin'],
        },
    },
    {
        name: 'sys_email_account',
        label: 'Email Account',
        columns: [
            text('name', 100, { display: true, mandatory: true }),
            { ...typed('type', 'choice'), choices: { smtp: 'SMTP', pop3: 'POP3', imap: 'IMAP' } },
            flag('active', 'true'),
            text('server', 100),
            integer('port'),
            text('user_name', 100),
            {
                ...typed('authentication', 'choice'),
                choices: { none: 'None', password: 'Password', oauth2: 'OAuth 2.0' },
            },
            reference('oauth_profile', 'oauth_entity_profile', { label: 'OAuth Profile' }),
        ],
    },
]
