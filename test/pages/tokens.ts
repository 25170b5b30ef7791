import type { DeployedInstance } from '../support/deployed-instance'

/** What tokens of tests belong to. */
export interface TokenFixture {
    instance: DeployedInstance
    /** sys_ids. */
    profile: string
    rule: string
}

/** Adds a profile and a rule. */
export function prepareTokens(instance: DeployedInstance): TokenFixture {
    const insert = (table: string, values: Record<string, string>) =>
        instance.records.insert(table, values)['sys_id'] ?? ''
    const entity = insert('oauth_entity', { name: 'Contoso', type: 'oauth_provider' })
    return {
        instance,
        profile: insert('oauth_entity_profile', { name: 'Contoso mail', oauth_entity: entity }),
        rule: insert('x_opfi_openfin_refresh_rule', { name: 'REST messages', table: 'sys_rest_message' }),
    }
}

let names = 0

/** Adds the status of a token of a REST message of its own. */
export function addToken(
    { instance, profile, rule }: TokenFixture,
    outcome: string,
    values: Record<string, string> = {}
): { status: string; requestor: string } {
    const { records } = instance
    const requestor = records.insert('sys_rest_message', { name: `Ledger ${++names}` })['sys_id'] ?? ''
    const row = { rule, requestor_table: 'sys_rest_message', requestor, profile, outcome, ...values }
    return { status: records.insert('x_opfi_openfin_token_status', row)['sys_id'] ?? '', requestor }
}

/** A date and time as stored. */
export function daysFromNow({ instance }: TokenFixture, days: number): string {
    const time = new Date(instance.clock.now() + days * 86_400_000)
    return time.toISOString().slice(0, 19).replace('T', ' ')
}
