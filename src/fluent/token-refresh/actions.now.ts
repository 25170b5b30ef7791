import '@servicenow/sdk/global'
import { UiAction } from '@servicenow/sdk/core'
import { adminRole } from '../shared/roles.now'

UiAction({
    $id: Now.ID['refresh-status'],
    table: 'x_opfi_openfin_token_status',
    name: 'Refresh OAuth token',
    actionName: 'x_opfi_openfin_refresh_status',
    active: true,
    showUpdate: true,
    showInsert: false,
    roles: [adminRole],
    hint: 'Refresh this token now, even if it has not expired',
    form: { showButton: true },
    script: Now.include('./refresh-status.server.js'),
    order: 100,
})

UiAction({
    $id: Now.ID['consent-status'],
    table: 'x_opfi_openfin_token_status',
    name: 'Get OAuth token',
    actionName: 'x_opfi_openfin_consent_status',
    active: true,
    showUpdate: true,
    showInsert: false,
    roles: [adminRole],
    hint: 'Sign in at the provider and grant consent again',
    // Tokens that this instance issued have no consent of their own.
    condition: "current.requestor_table != '' && current.requestor_table != 'oauth_credential'",
    form: { showLink: true },
    script: Now.include('./consent-status.server.js'),
    order: 110,
})

UiAction({
    $id: Now.ID['refresh-rule'],
    table: 'x_opfi_openfin_refresh_rule',
    name: 'Refresh OAuth token',
    actionName: 'x_opfi_openfin_refresh_rule',
    active: true,
    showUpdate: true,
    showInsert: false,
    roles: [adminRole],
    hint: 'Refresh all tokens of this rule within the next minutes',
    form: { showButton: true },
    script: Now.include('./refresh-rule.server.js'),
    order: 100,
})

UiAction({
    $id: Now.ID['consent-rule'],
    table: 'x_opfi_openfin_refresh_rule',
    name: 'Get OAuth token',
    actionName: 'x_opfi_openfin_consent_rule',
    active: true,
    showUpdate: true,
    showInsert: false,
    roles: [adminRole],
    hint: 'Show the tokens of this rule that require reauthorization',
    form: { showLink: true },
    script: Now.include('./consent-rule.server.js'),
    order: 110,
})

/**
 * Conditions call modules through a script include (EXPLAIN script-include-guide, "Bridging Modules"): it is undocumented
 * whether `require` is available in conditions.
 */
const COVERED = 'new x_opfi_openfin.OAuthTokenActions().covers(current)'

// On the forms of all tables, shown if a rule covers the record; the condition costs one statement over an index.
UiAction({
    $id: Now.ID['refresh-record'],
    table: 'global',
    name: 'Refresh OAuth token',
    actionName: 'x_opfi_openfin_refresh_record',
    active: true,
    showUpdate: true,
    showInsert: false,
    roles: [adminRole],
    hint: 'Refresh the token of this record now, even if it has not expired',
    condition: COVERED,
    form: { showLink: true },
    script: Now.include('./refresh-record.server.js'),
    order: 1000,
})

UiAction({
    $id: Now.ID['consent-record'],
    table: 'global',
    name: 'Get OAuth token',
    actionName: 'x_opfi_openfin_consent_record',
    active: true,
    showUpdate: true,
    showInsert: false,
    roles: [adminRole],
    hint: 'Sign in at the provider and grant consent for this record',
    condition: COVERED,
    form: { showLink: true },
    script: Now.include('./consent-record.server.js'),
    order: 1010,
})
