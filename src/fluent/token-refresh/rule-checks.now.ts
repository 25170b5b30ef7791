import '@servicenow/sdk/global'
import { BusinessRule } from '@servicenow/sdk/core'
import { refuseBadRule, searchSoon } from '../../server/token-refresh/rule-check/before-save'

BusinessRule({
    $id: Now.ID['refuse-bad-refresh-rule'],
    name: 'OpenFin: reject invalid refresh rules',
    table: 'x_opfi_openfin_refresh_rule',
    when: 'before',
    action: ['insert', 'update'],
    order: 100,
    script: refuseBadRule,
    description:
        'Rejects a rule that names a table, field or profile that does not exist, or a condition that would match every record.',
})

BusinessRule({
    $id: Now.ID['search-after-refresh-rule'],
    name: 'OpenFin: find tokens after a rule changed',
    table: 'x_opfi_openfin_refresh_rule',
    when: 'after',
    action: ['insert', 'update', 'delete'],
    order: 100,
    script: searchSoon,
    description: 'Triggers an update of the token statuses after a rule was saved or deleted.',
})
