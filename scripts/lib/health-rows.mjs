// @ts-check

const DAY_MS = 86_400_000
const OUTCOMES = ['valid', 'valid', 'valid', 'refreshed', 'refreshed', 'retry_later']

/**
 * Adds tokens and requests for the health page to show.
 * @param {import('openfin-servicenow-local-instance').LocalInstance} instance
 */
export function addHealthRows({ records, clock }) {
    /** @param {string} table @param {Record<string, string>} values */
    const insert = (table, values) => records.insert(table, values)['sys_id'] ?? ''
    /** @param {number} days */
    const inDays = (days) =>
        new Date(clock.now() + days * DAY_MS).toISOString().slice(0, 19).replace('T', ' ')
    const entity = insert('oauth_entity', { name: 'Contoso', type: 'oauth_provider' })
    const profile = insert('oauth_entity_profile', { name: 'Contoso mail', oauth_entity: entity })
    const rule = insert('x_opfi_openfin_refresh_rule', { name: 'REST messages', table: 'sys_rest_message' })
    /** @param {string} name @param {string} outcome @param {Record<string, string>} [values] */
    const add = (name, outcome, values) => {
        const requestor = insert('sys_rest_message', { name })
        const token = { rule, requestor_table: 'sys_rest_message', requestor, profile, outcome, ...values }
        insert('x_opfi_openfin_token_status', token)
    }
    add('Billing', 'reauthorize', { message: 'The provider rejected the refresh token: invalid_grant.' })
    add('Payroll', 'no_token')
    add('Archive', 'valid', { rule: '', refresh_token_expires: inDays(5) })
    for (let index = 0; index < 60; index++) {
        const outcome = OUTCOMES[index % OUTCOMES.length] ?? 'valid'
        const failing = {
            failures: '3',
            next_attempt: inDays(0.02),
            message: 'The provider returned status 503.',
        }
        add(`Ledger ${index + 1}`, outcome, {
            refresh_token_expires: inDays(((index * 7) % 40) + 1),
            ...(outcome === 'retry_later' && failing),
        })
    }
    for (let index = 0; index < 300; index++) {
        const outcome = index % 11 === 0 ? 'invalid_grant' : 'ok'
        const request = { route: 'request_tokens', address: '192.0.2.1', outcome, duration_ms: '12' }
        const created = { sys_created_on: inDays(-(index % 7)), ...request }
        records.insert('x_opfi_openfin_request', created, { userName: 'system', reason: 'deployment' })
    }
}
