import { asAdmin } from '../../examples/echo/as-admin'
import { readStatus } from '../../setup/status/read-status'
import { ADMIN_AUTHORIZATION, startDeployed, type DeployedInstance } from '../support/deployed-instance'

const TABLE = 'x_opfi_openfin_token_status'

let instance: DeployedInstance
let profile: string
beforeAll(async () => {
    instance = await startDeployed()
    profile = insert('oauth_entity_profile', { name: 'Mail profile' })
    instance.records.snapshot()
})
afterEach(() => instance.reset())
afterAll(() => instance.close())

const insert = (table: string, values: Record<string, string>) =>
    instance.records.insert(table, values)['sys_id'] ?? ''
const days = (count: number) =>
    new Date(instance.clock.now() + count * 86_400_000).toISOString().slice(0, 19).replace('T', ' ')
let names = 0
const status = (outcome: string, values: Record<string, string> = {}) => {
    const requestor = insert('sys_rest_message', { name: `Message ${++names}` })
    return insert(TABLE, { requestor_table: 'sys_rest_message', requestor, profile, outcome, ...values })
}
const read = (options: Partial<Parameters<typeof readStatus>[0]> = {}) =>
    readStatus({ instanceUrl: instance.url, authorization: ADMIN_AUTHORIZATION, ...options })
const withoutAggregates: typeof fetch = (input, init) =>
    String(input).includes('/api/now/stats/')
        ? Promise.resolve(
              new Response('{"error":{"message":"Requested URI does not represent any resource"}}', {
                  status: 400,
              })
          )
        : fetch(input, init)

describe('the status of the tokens', () => {
    it('lists tokens near expiry that no rule renews', async () => {
        const rule = insert('x_opfi_openfin_refresh_rule', { name: 'Mail', table: 'sys_rest_message' })
        status('valid', { rule, refresh_token_expires: days(3) })
        status('valid', { refresh_token_expires: days(30) })
        const watched = status('valid', { refresh_token_expires: days(13) })
        const { needsPeople } = await read()
        expect(needsPeople.map(({ link }) => link)).toEqual([`${instance.url}/${TABLE}.do?sys_id=${watched}`])
    })

    it.each(['admin', 'beth.anglin'])('uses the thresholds of the notices, for %s', async (user) => {
        const { records } = instance
        const [role, reader] = [
            records.first('sys_user_role', 'name=x_opfi_openfin.viewer')?.['sys_id'] ?? '',
            records.first('sys_user', 'user_name=beth.anglin')?.['sys_id'] ?? '',
        ]
        insert('sys_user_has_role', { user: reader, role })
        status('valid', { refresh_token_expires: days(20) })
        const authorization = `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`
        expect((await read({ authorization })).needsPeople).toEqual([])
        records.updateMultiple('sys_properties', 'name=x_opfi_openfin.expiry_notices.thresholds_days', {
            value: '21,7',
        })
        await asAdmin(instance, 'POST', '/local/jobs/run', { name: 'OpenFin: expiry notices' })
        expect((await read({ authorization })).needsPeople).toHaveLength(1)
    })

    it('counts by outcome, names what needs people and the next ends, soonest first', async () => {
        const rule = insert('x_opfi_openfin_refresh_rule', { name: 'Mail', table: 'sys_rest_message' })
        const [soon, later] = [days(3), days(30)]
        status('valid', { rule, refresh_token_expires: later })
        status('valid', { rule, refresh_token_expires: soon })
        status('refreshed', { rule, refresh_token_expires: days(-1) })
        const needing = status('reauthorize', { rule, message: 'The refresh token was rejected.' })
        const { counts, needsPeople, nextEnds } = await read()
        expect(counts).toEqual({ valid: 2, refreshed: 1, retry_later: 0, no_token: 0, reauthorize: 1 })
        expect(needsPeople).toEqual([
            expect.objectContaining({
                rule: 'Mail',
                table: 'sys_rest_message',
                profile: 'Mail profile',
                requestorId: instance.records.first('sys_rest_message', `name=Message ${names}`)?.['sys_id'],
                outcome: 'reauthorize',
                message: 'The refresh token was rejected.',
                link: `${instance.url}/${TABLE}.do?sys_id=${needing}`,
                ruleId: rule,
            }),
        ])
        expect(nextEnds.map(({ expires }) => expires)).toEqual(
            [soon, later].map((end) => `${end.replace(' ', 'T')}Z`)
        )
    })

    it('counts even without the Aggregate API, with few requests', async () => {
        for (const outcome of ['valid', 'valid', 'no_token']) status(outcome)
        let requests = 0
        const { counts } = await read({
            fetch: (input, init) => {
                requests++
                return withoutAggregates(input, init)
            },
        })
        expect(counts).toEqual({ valid: 2, refreshed: 0, retry_later: 0, no_token: 1, reauthorize: 0 })
        expect(requests).toBeLessThan(11)
    })

    it('reads the response of the Aggregate API', async () => {
        const group = (value: string, count: string) => ({
            stats: { count },
            groupby_fields: [{ field: 'outcome', value }],
        })
        const { counts } = await read({
            fetch: (input, init) =>
                String(input).includes('/api/now/stats/')
                    ? Promise.resolve(Response.json({ result: [group('valid', '7'), group('', '2')] }))
                    : fetch(input, init),
        })
        expect(counts).toMatchObject({ valid: 7, none: 2, reauthorize: 0 })
    })

    it('fails for callers without access, or with partial access', async () => {
        const authorization = `Basic ${Buffer.from('abel.tuter:abel.tuter').toString('base64')}`
        await expect(read({ authorization })).rejects.toMatchObject({ code: 'not_authorized' })
        const headers = { 'x-total-count': '5' }
        await expect(
            read({ fetch: async () => Response.json({ result: [] }, { headers }) })
        ).rejects.toMatchObject({ code: 'not_authorized' })
    })
})
