import '@servicenow/sdk/global'
import { BusinessRule } from '@servicenow/sdk/core'
import { refuseBadRule, searchSoon } from '../../server/token-refresh/rule-check/before-save'

BusinessRule({
    $id: Now.ID['refuse-bad-refresh-rule'],
    name: 'OpenFin: refuse bad refresh rules',
    table: 'x_opfi_openfin_refresh_rule',
    when: 'before',
    action: ['insert', 'update'],
    order: 100,
    script: refuseBadRule,
    description: 'Refuses a rule that names what does not exist, or a condition that would match everything.',
})

BusinessRule({
    $id: Now.ID['search-after-refresh-rule'],
    name: 'OpenFin: find tokens after a rule changed',
    table: 'x_opfi_openfin_refresh_rule',
    when: 'after',
    action: ['insert', 'update', 'delete'],
    order: 100,
    script: searchSoon,
    description: 'Has the status rows brought in line with the rules soon after one was saved or deleted.',
})
