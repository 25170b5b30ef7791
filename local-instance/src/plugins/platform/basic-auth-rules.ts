import { BASIC_AUTH_ROLE } from '../../core/basic-auth'
import { recordId } from '../../core/store/record-id'
import type { WriteRule } from '../../core/store/types'

const ROLE = recordId('sys_user_role', BASIC_AUTH_ROLE)

/**
 * Effect of a decision about an account (DOCS basic-auth-restriction): "Maintain" grants the role, "Revoke"
 * leaves the account without it, "Convert" prevents interactive sign-in. That it takes effect at once is
 * assumed; the default decision has no effect here.
 */
export const basicAuthRules: WriteRule[] = [
    {
        table: 'sys_user_basic_auth_exception',
        on: ['insert', 'update'],
        run({ values, previous, store }) {
            const user = values['user'] ?? previous?.['user'] ?? ''
            const decision = values['decision']
            if (!decision || decision === 'default' || decision === previous?.['decision']) return
            store.deleteMultiple('sys_user_has_role', `user=${user}^role=${ROLE}`)
            if (decision === 'maintain') store.insert('sys_user_has_role', { user, role: ROLE })
            if (decision === 'convert') store.update('sys_user', user, { web_service_access_only: '1' })
        },
    },
]
