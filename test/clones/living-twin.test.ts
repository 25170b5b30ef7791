import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createLocalInstance, type LocalInstance } from 'openfin-servicenow-local-instance'
import { asAdmin } from '../../examples/echo/as-admin'
import { registerProvider, type Connection } from '../../examples/echo/register-provider'
import { requestToken } from '../../examples/echo/tokens'
import { DEPLOYED } from '../support/deployed-instance'
import { FIND, REFRESH, type JobRun, type StatusRow } from '../token-refresh/fixture'
import { startRotatingProvider, type RotatingProvider } from '../token-refresh/rotating-provider'

const HOUR = 3600
const NOTICES = 'OpenFin: expiry notices'
const INSTANCE = '/api/x_opfi_openfin/v1/administration/instance'

describe('a copy of an instance, next to the running original, with a rotating provider', () => {
    const folder = mkdtempSync(join(tmpdir(), 'twins-'))
    const clock = createClock()
    let provider: RotatingProvider
    let connection: Connection
    let production: LocalInstance
    let copy: LocalInstance

    const job = (instance: LocalInstance, name: string) =>
        asAdmin<JobRun>(instance, 'POST', '/local/jobs/run', { name })
    const row = async (instance: LocalInstance) =>
        (await asAdmin<StatusRow[]>(instance, 'GET', '/api/now/table/x_opfi_openfin_token_status'))[0]
    const open = (name: string) => createLocalInstance({ data: join(folder, name), clock })

    beforeAll(async () => {
        provider = await startRotatingProvider(2 * HOUR)
        cpSync(DEPLOYED, join(folder, 'production'), { recursive: true })
        production = await open('production')
        connection = await registerProvider(production, {
            clientId: 'us',
            clientSecret: 'a secret',
            authUrl: 'http://127.0.0.1/consent',
            tokenUrl: provider.tokenUrl,
        })
        await requestToken(production, connection, 'authorization_code')
        await asAdmin(production, 'POST', '/api/now/table/x_opfi_openfin_refresh_rule', {
            name: 'A rule',
            table: 'sys_rest_message',
            profile_field: 'oauth2_profile',
        })
        await job(production, FIND)
        clock.advance(2 * HOUR * 1000)
        await job(production, REFRESH)
        await production.close()
        // A clone copies the records of its source; the target keeps its instance_id.
        cpSync(join(folder, 'production'), join(folder, 'copy'), { recursive: true })
        ;[production, copy] = await Promise.all([open('production'), open('copy')])
        copy.records.updateMultiple('sys_properties', 'name=instance_id', { value: 'copy' })
    })
    afterAll(async () => {
        await Promise.all([production?.close(), copy?.close(), provider?.close()])
        rmSync(folder, { recursive: true, force: true })
    })

    it('makes no call in a week of jobs, while the original keeps using its token', async () => {
        let [ofTwin, ofCopy] = [0, 0]
        for (let hours = 0; hours < 7 * 24; hours += 6) {
            clock.advance(6 * HOUR * 1000)
            for (const name of [FIND, REFRESH, NOTICES]) {
                ofCopy += (await job(copy, name)).outbound_calls
                ofTwin += (await job(production, name)).outbound_calls
            }
        }
        expect([ofCopy, ofTwin]).toEqual([0, 28])
        expect(provider.reused).toEqual([])
        expect(await row(production)).toMatchObject({ outcome: 'refreshed' })
        expect(copy.records.count('sys_email')).toBe(0)
    })

    it('continues after adoption with its own consent, and does not affect the original', async () => {
        await asAdmin(copy, 'POST', INSTANCE, {})
        // The original has long used the copied token.
        await job(copy, REFRESH)
        expect(provider.reused).toHaveLength(1)
        expect(await row(copy)).toMatchObject({ outcome: 'reauthorize' })
        await requestToken(copy, connection, 'authorization_code')
        for (let count = 0; count < 3; count++) {
            clock.advance(3 * HOUR * 1000)
            for (const instance of [copy, production]) {
                await job(instance, FIND)
                await job(instance, REFRESH)
                expect(await row(instance)).toMatchObject({ outcome: 'refreshed' })
            }
        }
        expect(provider.reused).toHaveLength(1)
    })
})
