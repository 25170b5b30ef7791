import type { Schema } from '../../core/plugin'
import type { ColumnDefinition } from '../../core/store/types'
import { checkRule } from './check-rule'

/** Roles that may define CORS rules (DOCS t_DefineACORSRule). */
const ADMINISTRATORS = ['cors_rule_admin', 'web_service_admin']

const flag = (name: string, label: string, defaultValue: '1' | '0' = '0'): ColumnDefinition => ({
    name,
    label,
    type: 'boolean',
    defaultValue,
})

/**
 * CORS rules (DOCS t_DefineACORSRule). The two `access_control_…` columns and `active` came with release Xanadu, the
 * oldest that this instance supports.
 */
export const schema: Schema = {
    tables: [
        {
            name: 'sys_cors_rule',
            label: 'CORS Rule',
            extends: 'sys_metadata',
            columns: [
                { name: 'name', type: 'string', maxLength: 100, mandatory: true, display: true },
                { name: 'domain', type: 'string', maxLength: 255, mandatory: true },
                { name: 'rest_api', label: 'REST API', type: 'string', maxLength: 40, mandatory: true },
                flag('get', 'GET'),
                flag('post', 'POST'),
                flag('put', 'PUT'),
                flag('patch', 'PATCH'),
                flag('delete', 'DELETE'),
                { name: 'max_age', type: 'integer', defaultValue: '0' },
                {
                    name: 'exposed_headers',
                    label: 'Access-Control-Expose-Headers',
                    type: 'string',
                    maxLength: 1000,
                },
                {
                    name: 'access_control_allow_headers',
                    label: 'Access-Control-Allow-Headers',
                    type: 'string',
                    maxLength: 1000,
                },
                flag('access_control_allow_credentials', 'Access-Control-Allow-Credentials'),
                flag('active', 'Active', '1'),
                flag('use_resource_path', 'Use Resource Path'),
                { name: 'resource_path', label: 'Web Resource Path', type: 'string', maxLength: 255 },
                flag('for_embeddables', 'For Embeddables'),
            ],
            rights: {
                read: ADMINISTRATORS,
                create: ADMINISTRATORS,
                write: ADMINISTRATORS,
                delete: ADMINISTRATORS,
            },
        },
    ],
    rules: [
        {
            table: 'sys_cors_rule',
            on: ['insert', 'update'],
            run: ({ values, previous }) => checkRule({ ...previous, ...values }),
        },
    ],
}
