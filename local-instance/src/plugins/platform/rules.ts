import type { WriteRule } from '../../core/store/types'
import { basicAuthRules } from './basic-auth-rules'
import { explicitRoleRules } from './explicit-roles'
import { hashPassword, isPasswordHash } from './passwords'

/** The platform's rules for all writes of users and log entries. */
export const platformRules: WriteRule[] = [
    {
        table: 'sys_user',
        on: ['insert', 'update'],
        run({ values, previous }) {
            const password = values['user_password']
            if (password && !isPasswordHash(password)) values['user_password'] = hashPassword(password)
            if (values['first_name'] === undefined && values['last_name'] === undefined) return
            const parts = [
                values['first_name'] === undefined ? previous?.['first_name'] : values['first_name'],
                values['last_name'] === undefined ? previous?.['last_name'] : values['last_name'],
            ]
            const name = parts.filter((part) => part).join(' ')
            if (name) values['name'] = name
        },
    },
    ...basicAuthRules,
    ...explicitRoleRules,
    {
        table: 'syslog',
        on: ['insert'],
        run({ values, store }) {
            const [last] = store.query('syslog', {
                query: 'ORDERBYDESCsequence',
                limit: 1,
                columns: ['sequence'],
            })
            values['sequence'] = String(Number(last?.['sequence'] ?? 0) + 1)
        },
    },
]
